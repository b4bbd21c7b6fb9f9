package tel.ringer.warp.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.access.Standing;
import tel.ringer.warp.access.StandingChanging;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;
import tel.ringer.warp.customer.CustomerStatusChanged;
import tel.ringer.warp.identity.User;

/** Tells of each change before the row is written: those that follow from it, and the audit log. */
@ApplicationScoped
class MemberChanges {
    @Inject
    private Event<StandingChanging> changing;

    @Inject
    private AuditLog log;

    void added(UserId by, CustomerId customer, UserId user, Optional<UserType> type, MembershipRole role) {
        record(by, customer, user, "added", described("after", type, role));
    }

    void changes(UserId by, CustomerId customer, Member before, Optional<UserType> type, MembershipRole role) {
        Map<String, String> details = new TreeMap<>(described("before", before.ownType(), before.role()));
        details.putAll(described("after", type, role));
        leave(by, customer, before.user(), before.standingWith(type, role));
        record(by, customer, before.user().id(), "changed", details);
    }

    void removes(UserId by, CustomerId customer, Member member) {
        leave(by, customer, member.user(), member.standingWith(Optional.empty(), null));
        record(by, customer, member.user().id(), "removed", described("before", member.ownType(), member.role()));
    }

    /** With everybody else, and so with all that follows from what they held. */
    void closes(UserId by, CustomerId customer, Member member) {
        Map<String, String> details = new TreeMap<>(described("before", member.ownType(), member.role()));
        details.put("reason", CustomerStatusChanged.CLOSED);
        record(by, customer, member.user().id(), "removed", details);
    }

    /** Who is not active holds nothing, whatever is granted. */
    private void leave(UserId by, CustomerId customer, User user, Optional<Standing> left) {
        changing.fire(new StandingChanging(customer, user.id(), left.filter(standing -> user.isActive()), by));
    }

    /** A blank user type stands for the platform type. */
    private static Map<String, String> described(String when, Optional<UserType> type, MembershipRole role) {
        return Map.of(
                "user_type_" + when, type.map(UserType::name).orElse(""),
                "role_" + when, role.name());
    }

    private void record(UserId by, CustomerId customer, UserId user, String happened, Map<String, String> details) {
        log.record(new AuditEvent(
                Optional.of(customer),
                Optional.of(by),
                "user:" + by,
                "member." + happened,
                "user",
                user.value(),
                details));
    }
}
