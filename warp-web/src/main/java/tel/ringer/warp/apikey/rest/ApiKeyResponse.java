package tel.ringer.warp.apikey.rest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.rest.UserTypeName;
import tel.ringer.warp.apikey.ApiKey;
import tel.ringer.warp.apikey.ApiKeyDetails;
import tel.ringer.warp.apikey.ApiKeySecret;
import tel.ringer.warp.apikey.ApiKeyStatus;
import tel.ringer.warp.apikey.CreatedApiKey;

/**
 * An API key on the wire.
 *
 * @param key in clear; in the first answer to its creation and nowhere else
 * @param prefix what the key begins with, by which it is found again
 * @param userType absent once it is revoked
 * @param lastUsedAt to the minute; absent if it never was
 * @param revokedBy id of the person or API key
 */
public record ApiKeyResponse(
        UUID id,
        UUID customerId,
        String name,
        @Nullable String key,
        String prefix,
        @Nullable UserTypeName userType,
        ApiKeyStatus status,
        Creator createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @Nullable UUID revokedBy,
        @Nullable String revokeReason) {
    /** By whom. */
    public record Creator(UUID id, String displayName) {}

    static ApiKeyResponse of(CreatedApiKey created) {
        return of(created.details(), created.secret().map(ApiKeySecret::value).orElse(null));
    }

    static ApiKeyResponse of(ApiKeyDetails details) {
        return of(details, null);
    }

    private static ApiKeyResponse of(ApiKeyDetails details, @Nullable String inClear) {
        ApiKey key = details.key();
        return new ApiKeyResponse(
                key.id().value(),
                key.customerId().value(),
                key.name(),
                inClear,
                key.prefix(),
                details.userType().map(UserTypeName::of).orElse(null),
                details.status(),
                new Creator(key.createdBy().value(), key.createdByName()),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt().orElse(null),
                key.revokedAt().orElse(null),
                key.revokedBy().map(UserId::value).orElse(null),
                key.revokeReason().orElse(null));
    }

    @Override
    public String toString() {
        return "ApiKeyResponse[" + id + "]";
    }
}
