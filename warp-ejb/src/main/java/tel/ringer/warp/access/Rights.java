package tel.ringer.warp.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a caller holds anywhere. The first wall decides by it, and so is answered who asks beforehand.
 *
 * @param unrestricted whether the caller holds {@code *}; then the types are not listed
 */
public record Rights(UserId user, boolean unrestricted, List<UserType> types) {
    static Rights of(Caller caller, UserTypes userTypes) {
        boolean unrestricted = caller.platformType()
                .filter(type -> type.permissions().coversEverything())
                .isPresent();
        return new Rights(
                caller.userId(), unrestricted, unrestricted ? List.of() : userTypes.findAll(caller.heldTypes()));
    }

    /** For which customers the operation is permitted; empty if it is permitted nowhere. */
    public Optional<CustomerScope> scopeFor(String method, String path) {
        if (unrestricted) {
            return Optional.of(new CustomerScope.All(user));
        }
        Set<UUID> permitting = types.stream()
                .filter(type -> type.permissions().permits(method, path))
                .map(UserType::id)
                .collect(Collectors.toSet());
        return permitting.isEmpty() ? Optional.empty() : Optional.of(new CustomerScope.Granted(user, permitting));
    }

    /** Whether no user type is held anywhere. */
    public boolean holdsNothing() {
        return !unrestricted && types.isEmpty();
    }

    boolean permit(String method, String path) {
        return scopeFor(method, path).isPresent();
    }
}
