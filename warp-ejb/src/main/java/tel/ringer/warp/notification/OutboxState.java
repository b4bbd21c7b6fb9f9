package tel.ringer.warp.notification;

/**
 * How the outbox stands.
 *
 * @param oldestSeconds age of the oldest mail that is queued; 0 without any
 */
public record OutboxState(long queued, long dead, long oldestSeconds) {}
