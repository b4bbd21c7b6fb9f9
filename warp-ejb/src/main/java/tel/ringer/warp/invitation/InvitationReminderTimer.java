package tel.ringer.warp.invitation;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.time.TimerRun;

/** Looks for reminders that are due, each minute on every node. */
@Singleton
public class InvitationReminderTimer {
    @Inject
    private Reminders reminders;

    @Schedule(hour = "*", minute = "*", second = "50", persistent = false, info = "invitation-reminder")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void remindDue() {
        CustomerScope.System scope = new CustomerScope.System("invitation-reminder");
        TimerRun.of("invitation-reminder", () -> {
            while (reminders.remindDue(scope) == InvitationUpkeep.BATCH) {}
        });
    }
}
