package tel.ringer.warp.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import tel.ringer.warp.access.ScopedTransaction;

/** Tells whoever starts an installation for the first time how somebody gets in. */
@Singleton
@Startup
public class FirstAdministratorNotice {
    private static final System.Logger LOG = System.getLogger(FirstAdministratorNotice.class.getName());

    @Inject
    private FirstAdministrator firstAdministrator;

    @Inject
    private ScopedTransaction transaction;

    @PostConstruct
    void tell() {
        transaction.bind(SignIns.SCOPE);
        if (firstAdministrator.isAwaited()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    firstAdministrator.isNamed()
                            ? "This installation waits for its first administrator: who first signs in with the address"
                                    + " in warp.first-administrator will hold everything."
                            : "Nobody holds everything in this installation, and warp.first-administrator names nobody:"
                                    + " set it to the address of who shall.");
        }
    }
}
