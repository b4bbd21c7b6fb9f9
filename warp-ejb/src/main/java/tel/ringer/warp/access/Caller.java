package tel.ringer.warp.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An active person with an open session, as the database knows them at this request.
 *
 * @param platformType the user type of the operator's staff; empty for people who only belong to customers
 * @param heldTypes ids of each user type held anywhere, the platform type included
 */
public record Caller(
        UserId userId,
        UUID sessionId,
        String email,
        String displayName,
        Optional<UserType> platformType,
        Set<UUID> heldTypes) {
    /** For what concerns nobody but the caller: no customer's row but the caller's own grants. */
    public CustomerScope ownScope() {
        return new CustomerScope.Granted(userId, Set.of());
    }
}
