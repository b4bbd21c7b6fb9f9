package tel.ringer.warp.apikey;

/** A new key with its secret, which nobody is told again. */
public record CreatedApiKey(ApiKeyDetails details, ApiKeySecret secret) {}
