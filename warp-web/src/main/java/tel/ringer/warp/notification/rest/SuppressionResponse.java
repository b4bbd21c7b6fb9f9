package tel.ringer.warp.notification.rest;

import java.time.Instant;
import java.util.UUID;
import tel.ringer.warp.notification.SuppressedAddress;
import tel.ringer.warp.notification.SuppressionReason;

/** An address that gets no more mail, on the wire. */
public record SuppressionResponse(UUID id, String address, SuppressionReason reason, Instant since) {
    static SuppressionResponse of(SuppressedAddress suppressed) {
        return new SuppressionResponse(suppressed.id(), suppressed.address(), suppressed.reason(), suppressed.since());
    }
}
