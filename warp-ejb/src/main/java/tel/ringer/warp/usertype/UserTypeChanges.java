package tel.ringer.warp.usertype;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.Permission;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.access.UserTypeChanged;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;

/** Tells of each change: those that follow from it, and the audit log. */
@ApplicationScoped
class UserTypeChanges {
    @Inject
    private Event<UserTypeChanged> changed;

    @Inject
    private AuditLog log;

    void created(CustomerScope scope, UserType type) {
        tell(scope, type, "created", all("after", type));
    }

    void removed(CustomerScope scope, UserType type) {
        tell(scope, type, "removed", all("before", type));
    }

    /** What is as it was is not told. */
    void described(CustomerScope scope, UserType before, UserType after) {
        if (!before.displayName().equals(after.displayName())
                || !before.description().equals(after.description())) {
            Map<String, String> details = new TreeMap<>(words("before", before));
            details.putAll(words("after", after));
            tell(scope, after, "changed", details);
        }
    }

    /** What is as it was is not told. */
    void permitted(CustomerScope scope, UserType before, UserType after) {
        if (!before.permissions().permissions().equals(after.permissions().permissions())) {
            tell(
                    scope,
                    after,
                    "permissions_changed",
                    Map.of("before_permissions", list(before), "after_permissions", list(after)));
            changed.fire(new UserTypeChanged(after.id(), author(scope)));
        }
    }

    private static Map<String, String> all(String when, UserType type) {
        Map<String, String> details = new TreeMap<>(words(when, type));
        details.put(when + "_permissions", list(type));
        return details;
    }

    private static Map<String, String> words(String when, UserType type) {
        return Map.of(when + "_display_name", type.displayName(), when + "_description", type.description());
    }

    private static String list(UserType type) {
        return type.permissions().permissions().stream()
                .sorted(Permission.BY_PATH)
                .map(permission -> permission.method() + " " + permission.path())
                .collect(Collectors.joining(", "));
    }

    private void tell(CustomerScope scope, UserType type, String happened, Map<String, String> details) {
        Map<String, String> named = new TreeMap<>(details);
        named.put("name", type.name());
        log.record(new AuditEvent(
                Optional.empty(),
                scope.person(),
                scope.actor(),
                "user_type." + happened,
                "user_type",
                type.id(),
                named));
    }

    private static UserId author(CustomerScope scope) {
        return scope.person().orElseThrow(() -> new IllegalStateException("Only a person writes user types"));
    }
}
