package tel.ringer.warp.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.ScopedTransaction;
import tel.ringer.warp.audit.RequestDetails;

/** Stays of people: opened by a sign-in, continued by rotating tokens, ended by logout or by a token that came twice. */
@Stateless
public class Sessions {
    /** The name is known to the policies of auth.sessions. */
    private static final CustomerScope.System CLEAN_UP = new CustomerScope.System("session-cleanup");

    private static final int FORGOTTEN_AT_ONCE = 1000;

    @Inject
    private SessionRepository repository;

    @Inject
    private UserRepository users;

    @Inject
    private SessionEnds ends;

    @Inject
    private SessionSettings settings;

    @Inject
    private RequestDetails request;

    @Inject
    private CurrentAgent agent;

    @Inject
    private Clock clock;

    @Inject
    private ScopedTransaction transaction;

    /** Opens a session for a person who has just proven who they are. */
    public OpenedSession open(User user) {
        SessionOrigin origin = new SessionOrigin(agent.name(), request.address());
        Session session = Session.open(user.id(), origin, clock.instant());
        repository.add(session);
        return issue(session, user);
    }

    /**
     * Exchanges a refresh token for the next one.
     *
     * @return empty if the token is unknown, expired, of an ended session, or was used longer ago than the grace; that
     *     also ends its session, since either its person or a thief holds the other copy
     */
    public Optional<OpenedSession> refresh(RefreshToken token) {
        transaction.bind(SignIns.SCOPE);
        return repository.lockSessionOf(token).flatMap(session -> {
            IssuedToken issued = repository.find(token).orElseThrow();
            Instant now = clock.instant();
            if (issued.isUsedUp(now, settings.limits().reuseGrace())) {
                ends.end(session, SessionEnd.REUSED_TOKEN);
            }
            boolean over = issued.isExpiredAt(now) || !now.isBefore(session.endsAt(settings.limits()));
            return session.isOpen() && !over ? advance(session, issued, now) : Optional.empty();
        });
    }

    private Optional<OpenedSession> advance(Session session, IssuedToken issued, Instant now) {
        if (!issued.isUsed()) {
            repository.useOthersOf(session, now);
        }
        session.use(now);
        return users.find(session.userId()).filter(User::isActive).map(user -> issue(session, user));
    }

    /** Ends the session of a token, used or not: whoever holds it wants it to be over. */
    public void endOf(RefreshToken token) {
        transaction.bind(SignIns.SCOPE);
        repository.lockSessionOf(token).ifPresent(session -> ends.end(session, SessionEnd.LOGOUT));
    }

    /** @return how many sessions that are over were forgotten with their tokens; there may be more */
    public int forgetExpired() {
        transaction.bind(CLEAN_UP);
        SessionLimits limits = settings.limits();
        Instant now = clock.instant();
        List<Session> over =
                repository.lockOver(now.minus(limits.idleFor()), now.minus(limits.longestFor()), FORGOTTEN_AT_ONCE);
        over.forEach(session -> {
            ends.end(session, SessionEnd.EXPIRED, CLEAN_UP);
            repository.remove(session);
        });
        return over.size();
    }

    private OpenedSession issue(Session session, User user) {
        RefreshToken token = RefreshToken.mint();
        Instant expiresAt = session.endsAt(settings.limits());
        repository.add(IssuedToken.of(token, session, clock.instant(), expiresAt));
        return new OpenedSession(session.id(), user.id(), user.email(), user.displayName(), token, expiresAt);
    }
}
