package tel.ringer.warp.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** People and how they come in. */
@Stateless
public class Users {
    @Inject
    private UserRepository repository;

    @Inject
    private Sessions sessions;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Signs an existing person in; nobody is created here.
     *
     * @throws ProblemException forbidden, {@code not_invited} or {@code account_inactive}; conflict,
     *     {@code identity_conflict}
     */
    public OpenedSession signIn(VerifiedIdentity identity) {
        User user = repository
                .findFor(identity)
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.FORBIDDEN, "not_invited", "Nobody has invited this address yet."));
        return open(user, identity);
    }

    /** The account of whoever accepts an invitation, made if there is none, and a session for it. */
    public OpenedSession signInInvited(VerifiedIdentity identity) {
        return open(repository.findFor(identity).orElseGet(() -> create(identity)), identity);
    }

    public Optional<User> find(UserId id) {
        return repository.find(id);
    }

    private User create(VerifiedIdentity identity) {
        User user = User.of(identity, now());
        repository.add(user);
        record(user, "user.created");
        return user;
    }

    private OpenedSession open(User user, VerifiedIdentity identity) {
        user.signIn(identity, now());
        record(user, "user.signed_in");
        return sessions.open(user);
    }

    private void record(User user, String action) {
        audit.record(new AuditEvent(
                Optional.empty(),
                Optional.of(user.id()),
                "user:" + user.id(),
                action,
                "user",
                user.id().value(),
                Map.of()));
    }

    private Instant now() {
        return clock.instant();
    }
}
