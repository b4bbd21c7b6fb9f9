package tel.ringer.warp.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.notification.MailKind;
import tel.ringer.warp.notification.Outbox;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.time.DatabaseClock;

/** Whoever comes too late asks for another invitation. */
@Stateless
@CustomerGuarded
public class Renewals {
    @Inject
    private LinkRepository links;

    @Inject
    private Outbox outbox;

    @Inject
    private InvitationAudit audit;

    @Inject
    private DatabaseClock clock;

    /**
     * Tells the inviter, once, that the expired link was opened. Whether that reaches anybody is not told: it would say
     * what has become of the customer and of the inviter.
     *
     * @throws ProblemException not found for what is no link; gone for one that ended in another way; conflict,
     *     {@code invitation_not_expired}
     */
    public void request(CustomerScope.Invitation bearer) {
        LockedLink link = links.lock(bearer).orElseThrow(LinkRefusals::noLink);
        Instant now = clock.now();
        link.requireExpired(now);
        Invitation invitation = link.invitation();
        if (invitation.linkUse().requestRenewal(now)) {
            outbox.queue(
                    invitation.customerId(),
                    MailKind.RENEWAL_REQUEST,
                    invitation.id().value());
            audit.record(bearer, invitation, "renewal_requested", Map.of());
        }
    }
}
