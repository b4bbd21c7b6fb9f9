package tel.ringer.warp.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.UserId;

/** A stay of a person, continued by one refresh token after the other. */
@Entity
@Table(schema = "auth", name = "sessions")
class Session {
    @Id
    private UUID id;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "user_agent")
    private String userAgent;

    private String address;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    private @Nullable SessionEnd endReason;

    protected Session() {}

    static Session open(UserId user, SessionOrigin origin, Instant now) {
        Session session = new Session();
        session.id = UUID.randomUUID();
        session.userId = user.value();
        session.openedAt = now;
        session.userAgent = origin.userAgent();
        session.address = origin.address();
        session.lastUsedAt = now;
        return session;
    }

    void use(Instant now) {
        lastUsedAt = now;
    }

    void end(SessionEnd reason, Instant now) {
        if (endedAt == null) {
            endedAt = now;
            endReason = reason;
        }
    }

    boolean isOpen() {
        return endedAt == null;
    }

    /** When it is over, unless it is used or ended before. */
    Instant endsAt(SessionLimits limits) {
        return limits.endOf(openedAt, lastUsedAt);
    }

    OwnSession seen(SessionLimits limits) {
        return new OwnSession(id, openedAt, lastUsedAt, endsAt(limits), userAgent, address);
    }

    UUID id() {
        return id;
    }

    UserId userId() {
        return new UserId(userId);
    }
}
