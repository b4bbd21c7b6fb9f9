package tel.ringer.warp.audit;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;

/**
 * Something that happened, in the past tense.
 *
 * @param customer whose business it is; empty if it is nobody's
 * @param actor "user:id", "job:name", "invitee", ...
 * @param action for example "invitation.revoked"
 * @param details what changed; never a secret
 */
public record AuditEvent(
        Optional<CustomerId> customer,
        Optional<UserId> actorId,
        String actor,
        String action,
        String subjectType,
        UUID subjectId,
        Map<String, String> details) {}
