package tel.ringer.warp.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is kept of a refresh token: enough to know it again, and to know that it came twice. */
@Entity
@Table(schema = "auth", name = "refresh_tokens")
class IssuedToken {
    @Id
    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    protected IssuedToken() {}

    static IssuedToken of(RefreshToken token, Session session, Instant now, Instant expiresAt) {
        IssuedToken issued = new IssuedToken();
        issued.tokenHash = token.hash();
        issued.sessionId = session.id();
        issued.issuedAt = now;
        issued.expiresAt = expiresAt;
        return issued;
    }

    boolean isUsed() {
        return usedAt != null;
    }

    /** Whether it was used, and longer ago than the requests of one browser may overtake each other. */
    boolean isUsedUp(Instant now, Duration grace) {
        return usedAt != null && !now.isBefore(usedAt.plus(grace));
    }

    boolean isExpiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
