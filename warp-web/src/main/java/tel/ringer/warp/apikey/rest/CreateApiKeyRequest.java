package tel.ringer.warp.apikey.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.apikey.NewApiKey;

/**
 * What the key is for, and what it may.
 *
 * @param userType name of a user type whose permissions the creator holds too
 * @param expiresAt the configured default if absent
 */
public record CreateApiKeyRequest(
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 50) String userType,
        @Nullable Instant expiresAt) {
    NewApiKey toApiKey() {
        return new NewApiKey(name.strip(), userType, Optional.ofNullable(expiresAt));
    }
}
