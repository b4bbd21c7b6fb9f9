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
 * @param actorId the account that acted, a person's or an API key's, if one did
 * @param actor "user:id", "job:name", "invitee", ...; the log turns a calling API key's into "key:id"
 * @param onBehalfOf the person by whose authority the actor acted, if by another's
 * @param action for example "invitation.revoked"
 * @param details what changed, from what (..._before) to what (..._after); never a secret, and what names a person only
 *     as a {@link PersonalValue}
 */
public record AuditEvent(
        Optional<CustomerId> customer,
        Optional<UserId> actorId,
        String actor,
        Optional<UserId> onBehalfOf,
        String action,
        String subjectType,
        Optional<UUID> subjectId,
        Map<String, ?> details) {

    private static final String INVITEE = "invitee";

    public AuditEvent {
        details = Map.copyOf(details);
    }

    public AuditEvent(
            Optional<CustomerId> customer,
            Optional<UserId> actorId,
            String actor,
            String action,
            String subjectType,
            UUID subjectId,
            Map<String, ?> details) {
        this(customer, actorId, actor, Optional.empty(), action, subjectType, Optional.of(subjectId), details);
    }

    /** Whom the network address of the request tells of; empty if that is nobody whom WARP knows. */
    Optional<UUID> requester() {
        return actorId.map(UserId::value).or(() -> actor.equals(INVITEE) ? subjectId : Optional.empty());
    }

    AuditEvent by(String otherActor) {
        return new AuditEvent(customer, actorId, otherActor, onBehalfOf, action, subjectType, subjectId, details);
    }

    public AuditEvent onBehalfOf(UserId person) {
        return new AuditEvent(customer, actorId, actor, Optional.of(person), action, subjectType, subjectId, details);
    }
}
