package tel.ringer.warp.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;

/** Looks at the outbox as a whole, for those who run WARP. */
@Stateless
@CustomerGuarded
public class OutboxOversight {
    @Inject
    private OutboxRepository repository;

    public OutboxState state(CustomerScope.System scope) {
        return repository.state();
    }
}
