package tel.ringer.warp.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.ScopedTransaction;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** How people come in. Who they are is looked up before anybody is known, so a scope of their own is bound here. */
@Stateless
public class SignIns {
    /** The one before whom nobody is known yet; the name is known to the policies of auth.users. */
    static final CustomerScope.System SCOPE = new CustomerScope.System("sign-in");

    @Inject
    private Accounts accounts;

    @Inject
    private Sessions sessions;

    @Inject
    private SignInEvents events;

    @Inject
    private Clock clock;

    @Inject
    private ScopedTransaction transaction;

    /**
     * Signs a person in. An account is made for the operator's staff and for the first administrator alone.
     *
     * @throws ProblemException forbidden, {@code not_invited} or {@code account_inactive}; conflict,
     *     {@code identity_conflict}
     */
    public OpenedSession signIn(VerifiedIdentity identity) {
        transaction.bind(SCOPE);
        Instant now = clock.instant();
        User user = accounts.find(identity, now)
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.FORBIDDEN, "not_invited", "Nobody has invited this address yet."));
        return open(user, identity, now);
    }

    /** The account of whoever accepts an invitation, made if there is none, and a session for it. */
    public OpenedSession signInInvited(CustomerScope.Invitation bearer, VerifiedIdentity identity) {
        transaction.bind(bearer);
        Instant now = clock.instant();
        return open(accounts.findOrMake(identity, now), identity, now);
    }

    private OpenedSession open(User user, VerifiedIdentity identity, Instant now) {
        user.signIn(identity, now);
        events.signedIn(user, identity);
        return sessions.open(user);
    }
}
