package tel.ringer.warp.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;

/** The open sessions of whoever asks; nobody else's are seen or ended here. */
@Stateless
@CustomerGuarded
public class OwnSessions {
    private static final int MOST_SHOWN = 200;

    @Inject
    private SessionRepository repository;

    @Inject
    private SessionEnds ends;

    @Inject
    private SessionSettings settings;

    @Inject
    private Clock clock;

    /** The latest used first; of more than two hundred the others are left out. */
    public List<OwnSession> list(CustomerScope scope) {
        SessionLimits limits = settings.limits();
        Instant now = clock.instant();
        return repository.openOf(person(scope), MOST_SHOWN).stream()
                .filter(session -> now.isBefore(session.endsAt(limits)))
                .map(session -> session.seen(limits))
                .toList();
    }

    /**
     * Ends one; its access tokens die with it.
     *
     * @return false if the person has no such open session
     */
    public boolean end(CustomerScope scope, UUID session, SessionEnd reason) {
        List<Session> found =
                repository.lockOpen(person(scope), session).stream().toList();
        found.forEach(own -> ends.end(own, reason));
        return !found.isEmpty();
    }

    /** Ends all of them, that of the caller too. */
    public void endAll(CustomerScope scope) {
        repository.lockOpenOf(person(scope)).forEach(session -> ends.end(session, SessionEnd.LOGOUT_EVERYWHERE));
    }

    private static UserId person(CustomerScope scope) {
        return scope.person().orElseThrow(() -> new IllegalStateException(scope + " has no sessions"));
    }
}
