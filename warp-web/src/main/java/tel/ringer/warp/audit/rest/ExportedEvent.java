package tel.ringer.warp.audit.rest;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.audit.RecordedEvent;
import tel.ringer.warp.http.rest.ExportLines;

/**
 * A line of an export: each value as the hash covers it, null where there is none.
 *
 * @param occurredAt in UTC, with six decimals
 * @param detailsText the details letter by letter: a program that reads and writes JSON may print them otherwise
 * @param personal what the tokens in address and details stand for, each with its salt, unless it is forgotten
 */
public record ExportedEvent(
        long sequence,
        @Schema(nullable = true) @Nullable String previousHash,
        UUID id,
        String occurredAt,
        @Schema(nullable = true, implementation = UUID.class) @Nullable UUID customerId,
        @Schema(nullable = true, implementation = UUID.class) @Nullable UUID actorId,
        String actor,
        @Schema(nullable = true, implementation = UUID.class) @Nullable UUID onBehalfOf,
        String action,
        String subjectType,
        @Schema(nullable = true, implementation = UUID.class) @Nullable UUID subjectId,
        @Schema(nullable = true) @Nullable String requestId,
        @Schema(nullable = true) @Nullable String address,
        Map<String, Object> details,
        String detailsText,
        String hash,
        Map<String, Object> personal) {
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final Jsonb JSON = JsonbBuilder.create(new JsonbConfig()
            .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
            .withNullValues(true));

    /** Values that are absent are written as null. */
    static final ExportLines<ExportedEvent> LINES = new ExportLines<>(
            "", rows -> rows.stream().map(row -> JSON.toJson(row) + "\n").collect(Collectors.joining()));

    static ExportedEvent of(RecordedEvent event) {
        return new ExportedEvent(
                event.sequence(),
                event.previousHash().map(HexFormat.of()::formatHex).orElse(null),
                event.id(),
                MICROSECONDS.format(event.occurredAt()),
                event.customer().map(CustomerId::value).orElse(null),
                event.actorId().map(UserId::value).orElse(null),
                event.actor(),
                event.onBehalfOf().map(UserId::value).orElse(null),
                event.action(),
                event.subjectType(),
                event.subjectId().orElse(null),
                event.requestId().orElse(null),
                event.address().orElse(null),
                Details.read(event.details()),
                event.details(),
                HexFormat.of().formatHex(event.hash()),
                Details.read(event.personal()));
    }
}
