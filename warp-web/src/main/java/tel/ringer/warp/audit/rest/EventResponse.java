package tel.ringer.warp.audit.rest;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.audit.RecordedEvent;

/** An event on the wire. */
public record EventResponse(
        UUID id,
        Instant occurredAt,
        @Nullable UUID customerId,
        String actor,
        @Nullable UUID actorId,
        @Nullable UUID onBehalfOf,
        String action,
        String subjectType,
        @Nullable UUID subjectId,
        @Nullable String requestId,
        @Nullable String address,
        Map<String, Object> details,
        long sequence,
        String hash) {
    static EventResponse of(RecordedEvent event) {
        return new EventResponse(
                event.id(),
                event.occurredAt(),
                event.customer().map(CustomerId::value).orElse(null),
                event.actor(),
                event.actorId().map(UserId::value).orElse(null),
                event.onBehalfOf().map(UserId::value).orElse(null),
                event.action(),
                event.subjectType(),
                event.subjectId().orElse(null),
                event.requestId().orElse(null),
                event.address().map(event::inClear).orElse(null),
                Details.inClear(event),
                event.sequence(),
                HexFormat.of().formatHex(event.hash()));
    }
}
