package tel.ringer.warp.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** What a caller could give to others: what one of their own user types covers, as of now. */
@ApplicationScoped
public class Givable {
    @Inject
    private EntitlementRepository repository;

    @Inject
    private UserTypes userTypes;

    /** By the platform type and, of the types that the scope names, by those that the person really holds. */
    public Predicate<PermissionSet> by(CustomerScope scope) {
        List<PermissionSet> own =
                scope.person().map(user -> ownOf(user, named(scope))).orElse(List.of());
        return wanted -> own.stream().anyMatch(held -> held.covers(wanted));
    }

    private static Set<UUID> named(CustomerScope scope) {
        return scope instanceof CustomerScope.Granted granted ? granted.userTypes() : Set.of();
    }

    private List<PermissionSet> ownOf(UserId user, Set<UUID> named) {
        List<UUID> acting = repository.typesHeldBy(user).stream()
                .filter(held -> held.onPlatform() || named.contains(held.id()))
                .map(EntitlementRepository.HeldType::id)
                .toList();
        return userTypes.findAll(acting).stream().map(UserType::permissions).toList();
    }
}
