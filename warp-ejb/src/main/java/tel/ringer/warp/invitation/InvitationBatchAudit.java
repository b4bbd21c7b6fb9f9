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

/** Tells the audit log of uploads, and of whom they invite. */
@ApplicationScoped
class InvitationBatchAudit {
    /** What happens to rows happens on the uploader's behalf, who need not be there. */
    static final CustomerScope.System JOB = new CustomerScope.System("invitation-bulk");

    @Inject
    private AuditLog log;

    @Inject
    private InvitationAudit invitations;

    void record(CustomerScope scope, InvitationBatch batch, String happened) {
        log.record(event(scope, batch, happened, Map.of("rows", Integer.toString(batch.rowCount()))));
    }

    void finished(InvitationBatch batch, Map<RowCode, Long> counts) {
        Map<String, String> details = new HashMap<>();
        details.put("status_after", batch.status().name());
        counts.forEach((code, rows) -> details.put(code.slug(), rows.toString()));
        log.record(event(JOB, batch, "finished", details).onBehalfOf(batch.uploadedBy()));
    }

    void invited(InvitationBatch batch, Invitation invitation, Admitted admitted) {
        Map<String, String> details = new HashMap<>(Issuing.details(admitted));
        details.put("batch", batch.id().toString());
        invitations.recordFor(batch.uploadedBy(), JOB, invitation, "created", details);
    }

    private static AuditEvent event(
            CustomerScope scope, InvitationBatch batch, String happened, Map<String, String> details) {
        Optional<UserId> person = scope.person();
        return new AuditEvent(
                Optional.of(batch.customerId()),
                person,
                scope.actor(),
                "invitation_batch." + happened,
                "invitation_batch",
                batch.id().value(),
                details);
    }
}
