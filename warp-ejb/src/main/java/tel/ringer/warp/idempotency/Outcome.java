package tel.ringer.warp.idempotency;

/**
 * What came of a request.
 *
 * @param replayed whether an earlier request had this effect, and this one none
 */
public record Outcome<T>(T result, boolean replayed) {}
