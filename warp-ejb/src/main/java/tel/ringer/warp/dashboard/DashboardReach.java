package tel.ringer.warp.dashboard;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.Rights;
import tel.ringer.warp.access.UserId;

/**
 * Of which customers a caller may know which part.
 *
 * @param parts without those that the caller may know of no customer
 */
public record DashboardReach(UserId user, Map<DashboardPart, CustomerScope> parts) {
    public DashboardReach {
        parts = Map.copyOf(parts);
    }

    /** Who holds nothing at all is shown each part, of no customer. */
    public static DashboardReach of(Rights rights) {
        Map<DashboardPart, CustomerScope> parts = new EnumMap<>(DashboardPart.class);
        for (DashboardPart part : DashboardPart.values()) {
            part.scope(rights).ifPresent(scope -> parts.put(part, scope));
            if (rights.holdsNothing()) {
                parts.put(part, new CustomerScope.Granted(rights.user(), Set.of()));
            }
        }
        return new DashboardReach(rights.user(), parts);
    }

    /** What the parts reach together. A statement narrows it for each of them. */
    public CustomerScope whole() {
        return parts.values().stream()
                .filter(CustomerScope.All.class::isInstance)
                .findFirst()
                .orElseGet(() -> new CustomerScope.Granted(user, userTypes()));
    }

    private Set<UUID> userTypes() {
        return parts.keySet().stream()
                .flatMap(part -> userTypesFor(part).stream())
                .collect(Collectors.toSet());
    }

    /** That permit the part to who is confined to grants. */
    Set<UUID> userTypesFor(DashboardPart part) {
        return scopeOf(part) instanceof CustomerScope.Granted granted ? granted.userTypes() : Set.of();
    }

    /** The same caller with one part. */
    DashboardReach only(DashboardPart part) {
        return new DashboardReach(user, Map.of(part, scopeOf(part)));
    }

    boolean includes(DashboardPart part) {
        return parts.containsKey(part);
    }

    /** Of no customer, if the caller may know the part of none. */
    CustomerScope scopeOf(DashboardPart part) {
        return parts.getOrDefault(part, new CustomerScope.Granted(user, Set.of()));
    }
}
