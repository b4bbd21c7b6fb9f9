package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;

/** Tells the audit log of each transition. */
@ApplicationScoped
class InvitationAudit {
    @Inject
    private AuditLog log;

    void record(CustomerScope scope, Invitation invitation, String happened, Map<String, String> details) {
        log.record(event(scope.person(), scope.actor(), invitation, happened, details));
    }

    void recordBy(UserId user, Invitation invitation, String happened, Map<String, String> details) {
        log.record(event(Optional.of(user), "user:" + user, invitation, happened, details));
    }

    /** Who accepts takes what the inviter has the authority to give. */
    void accepted(UserId user, Invitation invitation, Map<String, String> details) {
        log.record(event(Optional.of(user), "user:" + user, invitation, "accepted", details)
                .onBehalfOf(invitation.invitedBy()));
    }

    private static AuditEvent event(
            Optional<UserId> user, String actor, Invitation invitation, String happened, Map<String, String> details) {
        Map<String, String> described = new HashMap<>(details);
        if (invitation.status() != InvitationStatus.PENDING && !details.containsKey("status_before")) {
            described.put("status_before", InvitationStatus.PENDING.name());
            described.put("status_after", invitation.status().name());
        }
        return new AuditEvent(
                Optional.of(invitation.customerId()),
                user,
                actor,
                "invitation." + happened,
                "invitation",
                invitation.id().value(),
                described);
    }
}
