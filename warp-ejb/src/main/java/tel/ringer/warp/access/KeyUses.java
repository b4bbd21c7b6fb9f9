package tel.ringer.warp.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Notes that API keys are used: apart from the requests made with them, none of which waits or fails for it. */
@Stateless
@CustomerGuarded
public class KeyUses {
    @Inject
    private BearerKeyRepository repository;

    /** Nothing changes within a minute of the last time, or while somebody else is changing the key. */
    public void note(CustomerScope.ApiKey key) {
        repository.noteUse();
    }
}
