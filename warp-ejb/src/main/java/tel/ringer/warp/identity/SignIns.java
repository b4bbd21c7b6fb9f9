package tel.ringer.warp.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.ScopedTransaction;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** How people come in. Who they are is looked up before anybody is known, so a scope of their own is bound here. */
@Stateless
public class SignIns {
    /** The one before whom nobody is known yet; the name is known to the policies of auth.users. */
    static final CustomerScope.System SCOPE = new CustomerScope.System("sign-in");

    @Inject
    private UserRepository repository;

    @Inject
    private Sessions sessions;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    @Inject
    private ScopedTransaction transaction;

    /**
     * Signs an existing person in; nobody is created here.
     *
     * @throws ProblemException forbidden, {@code not_invited} or {@code account_inactive}; conflict,
     *     {@code identity_conflict}
     */
    public OpenedSession signIn(VerifiedIdentity identity) {
        transaction.bind(SCOPE);
        User user = repository
                .findFor(identity)
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.FORBIDDEN, "not_invited", "Nobody has invited this address yet."));
        return open(user, identity);
    }

    /** The account of whoever accepts an invitation, made if there is none, and a session for it. */
    public OpenedSession signInInvited(CustomerScope.Invitation bearer, VerifiedIdentity identity) {
        transaction.bind(bearer);
        return open(repository.findFor(identity).orElseGet(() -> create(identity)), identity);
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
