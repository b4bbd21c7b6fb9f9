package tel.ringer.warp.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;

/** Keeps the log ready for the months to come. */
@Stateless
@CustomerGuarded
public class AuditUpkeep {
    @Inject
    private AuditRepository repository;

    /** @return for how many months partitions were made; those of the coming year are there afterwards */
    public int makePartitions(CustomerScope.System scope) {
        return repository.makePartitions();
    }
}
