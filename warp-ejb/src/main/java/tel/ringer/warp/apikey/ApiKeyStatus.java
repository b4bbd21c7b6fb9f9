package tel.ringer.warp.apikey;

/** Where an API key stands; only an active one is accepted. */
public enum ApiKeyStatus {
    ACTIVE,
    EXPIRED,
    REVOKED
}
