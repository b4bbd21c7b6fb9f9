package tel.ringer.warp.access.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import tel.ringer.warp.access.Caller;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.Gatekeeper;
import tel.ringer.warp.access.IdentifiedKey;
import tel.ringer.warp.access.KeyUses;

/** What calls with API keys. That a key was used is noted now and then, and no request fails because of it. */
@ApplicationScoped
class KeyCallers {
    private static final System.Logger LOG = System.getLogger(KeyCallers.class.getName());

    @Inject
    private Gatekeeper gatekeeper;

    @Inject
    private KeyUses uses;

    /** Empty if the key is unknown, expired or revoked. */
    Optional<Caller> identify(CustomerScope.ApiKey key) {
        Optional<IdentifiedKey> identified = gatekeeper.identify(key);
        identified.filter(IdentifiedKey::useIsDue).ifPresent(due -> note(key, due.caller()));
        return identified.map(IdentifiedKey::caller);
    }

    private void note(CustomerScope.ApiKey key, Caller caller) {
        try {
            uses.note(key);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "Not noted that the API key " + caller.userId() + " is used", e);
        }
    }
}
