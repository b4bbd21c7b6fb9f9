package tel.ringer.warp.idempotency;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.time.DatabaseClock;

/** What time does to keys. */
@Stateless
@CustomerGuarded
public class IdempotencyUpkeep {
    private static final int BATCH = 1000;

    @Inject
    private IdempotencyRepository repository;

    @Inject
    private DatabaseClock clock;

    @Inject
    private KeyLife life;

    /** @return how many keys were removed; there may be more */
    public int removeOld(CustomerScope.System scope) {
        return repository.removeUsedBefore(life.start(clock.now()), BATCH);
    }
}
