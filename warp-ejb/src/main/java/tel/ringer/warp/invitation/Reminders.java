package tel.ringer.warp.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.notification.MailKind;
import tel.ringer.warp.notification.Outbox;
import tel.ringer.warp.time.DatabaseClock;

/** Reminds those who were invited and have not decided, as long before expiry as the customer wants. */
@Stateless
@CustomerGuarded
public class Reminders {
    @Inject
    private ReminderRepository repository;

    @Inject
    private Outbox outbox;

    @Inject
    private InvitationAudit audit;

    @Inject
    private DatabaseClock clock;

    /**
     * Each row is claimed by one node only.
     *
     * @return how many were due; fewer than {@link InvitationUpkeep#BATCH} means that no more are
     */
    public int remindDue(CustomerScope.System scope) {
        Instant now = clock.now();
        List<Invitation> due = repository.lockDue(now, InvitationUpkeep.BATCH);
        InvitationUpkeep.inOrder(due).forEach(invitation -> {
            invitation.reminder().take();
            if (invitation.statusAt(now) == InvitationStatus.PENDING) {
                outbox.queue(
                        invitation.customerId(),
                        MailKind.REMINDER,
                        invitation.id().value());
                audit.record(scope, invitation, "reminded", Map.of());
            }
        });
        return due.size();
    }
}
