package tel.ringer.warp.apikey;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.paging.Cursor;

/**
 * A key with the user type that its grant names, before that is looked up.
 *
 * @param userTypeId null once the key is revoked
 * @param readAt by the database's clock
 */
record ApiKeyRow(ApiKey key, @Nullable UUID userTypeId, Instant readAt) {
    ApiKeyDetails with(Map<UUID, UserType> types) {
        return new ApiKeyDetails(key, Optional.ofNullable(userTypeId).map(types::get), readAt);
    }

    Cursor place() {
        return new Cursor(key.createdAt().toString(), key.id().value());
    }
}
