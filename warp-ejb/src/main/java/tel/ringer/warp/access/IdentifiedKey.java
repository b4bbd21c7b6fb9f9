package tel.ringer.warp.access;

/**
 * What calls with an API key.
 *
 * @param useIsDue whether it is to be noted that the key is used: not for a minute after the last time
 */
public record IdentifiedKey(Caller caller, boolean useIsDue) {}
