package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;
import tel.ringer.warp.audit.PersonalValue;

/** Tells the audit log of each transition; the invitation's history is read from there. */
@ApplicationScoped
class InvitationAudit {
    /** Under this name the log keeps what somebody was called then, for those who do not see the person. */
    static final String BY_NAME = "by_name";

    /** What may name the invited person: a reason is written by people, or by mail servers about an address. */
    private static final Set<String> OF_THE_INVITED = Set.of("email", "reason");

    @Inject
    private AuditLog log;

    @Inject
    private Event<InvitationHappened> told;

    void record(CustomerScope scope, Invitation invitation, String happened, Map<String, String> details) {
        tell(event(scope.person(), scope.actor(), invitation, happened, details));
    }

    void recordBy(UserId user, Invitation invitation, String happened, Map<String, String> details) {
        tell(event(Optional.of(user), "user:" + user, invitation, happened, details));
    }

    /** Of somebody who acts on this invitation by name. */
    void recordBy(Inviter somebody, Invitation invitation, String happened, Map<String, String> details) {
        Map<String, Object> named = new HashMap<>(details);
        named.put(BY_NAME, new PersonalValue(somebody.user().value(), somebody.name()));
        tell(event(Optional.of(somebody.user()), "user:" + somebody.user(), invitation, happened, named));
    }

    /** Of a job that acts for somebody who need not be there. */
    void recordFor(
            UserId somebody,
            CustomerScope.System job,
            Invitation invitation,
            String happened,
            Map<String, String> details) {
        tell(event(Optional.empty(), job.actor(), invitation, happened, details).onBehalfOf(somebody));
    }

    /** Who accepts takes what the inviter has the authority to give. */
    void accepted(UserId user, Invitation invitation, Map<String, String> details) {
        tell(event(Optional.of(user), "user:" + user, invitation, "accepted", details)
                .onBehalfOf(invitation.invitedBy()));
    }

    private void tell(AuditEvent event) {
        log.record(event);
        told.fire(new InvitationHappened(event.action().substring(InvitationEvent.PREFIX.length())));
    }

    private static AuditEvent event(
            Optional<UserId> user, String actor, Invitation invitation, String happened, Map<String, ?> details) {
        Map<String, Object> described = new HashMap<>(details);
        OF_THE_INVITED.forEach(name -> described.computeIfPresent(
                name, (same, text) -> new PersonalValue(invitation.id().value(), text.toString())));
        if (happened.equalsIgnoreCase(invitation.status().name())) {
            described.put("status_before", InvitationStatus.PENDING.name());
            described.put("status_after", invitation.status().name());
        }
        return new AuditEvent(
                Optional.of(invitation.customerId()),
                user,
                actor,
                InvitationEvent.PREFIX + happened,
                "invitation",
                invitation.id().value(),
                described);
    }
}
