package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.notification.MailKind;
import tel.ringer.warp.notification.Outbox;

/** Makes invitations that the rules let through: the row and its mail. The audit is told by whoever asks for them. */
@ApplicationScoped
class Issuing {
    @Inject
    private InvitationRepository repository;

    @Inject
    private Outbox outbox;

    /** @throws tel.ringer.warp.problem.ProblemException conflict, {@code already_pending}: another request was faster */
    Invitation issue(CustomerId customer, Admitted admitted, Inviter inviter, Instant now) {
        Invitation invitation =
                Invitation.of(customer, admitted.wanted(), admitted.type(), inviter, admitted.validForDays(), now);
        invitation.remind(admitted.reminderDays());
        repository.add(invitation);
        outbox.queue(customer, MailKind.INVITATION, invitation.id().value());
        return invitation;
    }

    /** What the audit log is told of a new invitation. */
    static Map<String, String> details(Admitted admitted) {
        NewInvitation wanted = admitted.wanted();
        return Map.of(
                "email",
                wanted.email().normalised(),
                "user_type",
                admitted.type().name(),
                "role",
                wanted.role().name());
    }
}
