package tel.ringer.warp.apikey;

import java.util.Optional;

/**
 * A new key.
 *
 * @param secret which is told once; empty when the request that made the key comes again
 */
public record CreatedApiKey(ApiKeyDetails details, Optional<ApiKeySecret> secret) {}
