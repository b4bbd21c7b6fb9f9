package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
        record(Optional.empty(), scope.actor(), invitation, happened, details);
    }

    void recordBy(UserId user, Invitation invitation, String happened, Map<String, String> details) {
        record(Optional.of(user), "user:" + user, invitation, happened, details);
    }

    private void record(
            Optional<UserId> user, String actor, Invitation invitation, String happened, Map<String, String> details) {
        log.record(new AuditEvent(
                Optional.of(invitation.customerId()),
                user,
                actor,
                "invitation." + happened,
                "invitation",
                invitation.id().value(),
                details));
    }
}
