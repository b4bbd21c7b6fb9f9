package tel.ringer.warp.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * An address that gets no more mail, as platform administrators see it.
 *
 * @param address normalised
 */
public record SuppressedAddress(UUID id, String address, SuppressionReason reason, Instant since) {}
