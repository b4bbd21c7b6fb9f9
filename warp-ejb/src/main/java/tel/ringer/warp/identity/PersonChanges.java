package tel.ringer.warp.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.RightsChanged;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;

/** Tells of what changes a person everywhere: those that follow from it, and the audit log. */
@ApplicationScoped
class PersonChanges {
    @Inject
    private Event<RightsChanged> changed;

    @Inject
    private AuditLog log;

    void typeChanged(CustomerScope scope, UserId user, Optional<UserType> before, Optional<UserType> after) {
        record(scope, user, "type_changed", Map.of("user_type_before", name(before), "user_type_after", name(after)));
        follow(scope, user);
    }

    void deactivated(CustomerScope scope, UserId user, int sessions) {
        record(
                scope,
                user,
                "deactivated",
                Map.of(
                        "status_before", UserStatus.ACTIVE.name(),
                        "status_after", UserStatus.INACTIVE.name(),
                        "sessions_ended", Integer.toString(sessions)));
        follow(scope, user);
    }

    void reactivated(CustomerScope scope, UserId user) {
        record(
                scope,
                user,
                "reactivated",
                Map.of("status_before", UserStatus.INACTIVE.name(), "status_after", UserStatus.ACTIVE.name()));
    }

    void added(CustomerScope scope, UserId user, UserType type) {
        record(scope, user, "created", Map.of("reason", "administrator", "user_type", type.name()));
    }

    void profileChanged(CustomerScope scope, UserId user, Map<String, String> details) {
        record(scope, user, "profile_changed", details);
    }

    private void follow(CustomerScope scope, UserId user) {
        scope.person().ifPresent(by -> changed.fire(new RightsChanged(user, by)));
    }

    private void record(CustomerScope scope, UserId user, String happened, Map<String, String> details) {
        log.record(new AuditEvent(
                Optional.empty(), scope.person(), scope.actor(), "user." + happened, "user", user.value(), details));
    }

    /** Blank for none. */
    private static String name(Optional<UserType> type) {
        return type.map(UserType::name).orElse("");
    }
}
