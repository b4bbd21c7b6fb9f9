package tel.ringer.warp.invitation;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.time.TimerRun;

/** Lets rows catch up with the clock, each minute on every node; expiry itself never waits for it. */
@Singleton
public class InvitationExpiryTimer {
    @Inject
    private InvitationUpkeep upkeep;

    @Schedule(hour = "*", minute = "*", second = "30", persistent = false, info = "invitation-expiry")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void expireOverdue() {
        CustomerScope.System scope = new CustomerScope.System("invitation-expiry");
        TimerRun.of("invitation-expiry", () -> {
            while (upkeep.expireOverdue(scope) == InvitationUpkeep.BATCH) {}
        });
    }
}
