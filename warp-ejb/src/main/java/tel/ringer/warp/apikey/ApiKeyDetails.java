package tel.ringer.warp.apikey;

import java.time.Instant;
import java.util.Optional;
import tel.ringer.warp.access.UserType;

/**
 * A key and what it holds.
 *
 * @param userType empty once the key is revoked: it holds nothing then
 * @param readAt by the database's clock: decides whether it has expired
 */
public record ApiKeyDetails(ApiKey key, Optional<UserType> userType, Instant readAt) {
    public ApiKeyStatus status() {
        return key.statusAt(readAt);
    }
}
