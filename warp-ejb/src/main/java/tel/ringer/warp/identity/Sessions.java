package tel.ringer.warp.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.access.ScopedTransaction;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;

/** Stays of people: opened by a sign-in, continued by rotating tokens, ended by logout or by a token that came twice. */
@Stateless
public class Sessions {
    @Inject
    private SessionRepository repository;

    @Inject
    private UserRepository users;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    @Inject
    private ScopedTransaction transaction;

    @Inject
    @ConfigProperty(name = "warp.session.refresh-for")
    private Duration refreshFor;

    /** Opens a session for a person who has just proven who they are. */
    public OpenedSession open(User user) {
        Session session = Session.open(user.id(), clock.instant());
        repository.add(session);
        return issue(session, user);
    }

    /**
     * Exchanges a refresh token for the next one.
     *
     * @return empty if the token is unknown, expired, used before or of an ended session; a token used before also ends
     *     its session, since either its person or a thief holds the other copy
     */
    public Optional<OpenedSession> refresh(RefreshToken token) {
        transaction.bind(SignIns.SCOPE);
        Optional<IssuedToken> known = repository.lock(token);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        IssuedToken issued = known.get();
        Session session = repository.lock(issued.sessionId()).orElseThrow();
        if (issued.isUsed()) {
            end(session, SessionEnd.REUSED_TOKEN);
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (!session.isOpen() || issued.isExpiredAt(now)) {
            return Optional.empty();
        }
        issued.use(now);
        session.use(now);
        return users.find(session.userId()).filter(User::isActive).map(user -> issue(session, user));
    }

    /** Ends the session; its access tokens die with it. Ending it again changes nothing. */
    public void end(UUID sessionId) {
        repository.lock(sessionId).ifPresent(session -> end(session, SessionEnd.LOGOUT));
    }

    /** @return how many sessions whose tokens have all expired were forgotten */
    public int forgetExpired() {
        return repository.removeUnusedSince(clock.instant().minus(refreshFor));
    }

    private OpenedSession issue(Session session, User user) {
        RefreshToken token = RefreshToken.mint();
        Instant now = clock.instant();
        Instant expiresAt = now.plus(refreshFor);
        repository.add(IssuedToken.of(token, session, now, expiresAt));
        return new OpenedSession(session.id(), user.id(), user.email(), user.displayName(), token, expiresAt);
    }

    private void end(Session session, SessionEnd reason) {
        if (!session.isOpen()) {
            return;
        }
        session.end(reason, clock.instant());
        UserId user = session.userId();
        audit.record(new AuditEvent(
                Optional.empty(),
                Optional.of(user),
                "user:" + user,
                "session.ended",
                "session",
                session.id(),
                Map.of("reason", reason.name())));
    }
}
