package tel.ringer.warp.invitation;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.time.TimerRun;

/** Removes old history daily. */
@Singleton
public class InvitationCleanupTimer {
    @Inject
    private InvitationUpkeep upkeep;

    @Schedule(hour = "3", minute = "40", persistent = false, info = "invitation-cleanup")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void removeOld() {
        CustomerScope.System scope = new CustomerScope.System("invitation-cleanup");
        TimerRun.of("invitation-cleanup", () -> {
            while (upkeep.removeOld(scope) == InvitationUpkeep.BATCH) {}
        });
    }
}
