package tel.ringer.warp.audit.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.Uuids;
import tel.ringer.warp.audit.EventFilter;
import tel.ringer.warp.http.rest.PageParameters;

/** Reads the query parameters by which events are chosen. */
final class EventParameters {
    static final String DESCRIPTION =
            "customer_id; actor_id: who acted; action: its whole name, such as invitation.revoked; subject_id; from and"
                    + " to: RFC 3339, from that instant until just before this one";

    private static final Pattern TIMESTAMP =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

    private EventParameters() {}

    static EventFilter read(
            @Nullable String customerId,
            @Nullable String actorId,
            @Nullable String action,
            @Nullable String subjectId,
            @Nullable String from,
            @Nullable String to) {
        return new EventFilter(
                PageParameters.read("customer_id", customerId, CustomerId::fromString),
                PageParameters.read("actor_id", actorId, UserId::fromString),
                Optional.ofNullable(action).filter(text -> !text.isBlank()),
                PageParameters.read("subject_id", subjectId, Uuids::parse),
                PageParameters.read("from", from, EventParameters::instant),
                PageParameters.read("to", to, EventParameters::instant));
    }

    /** @throws IllegalArgumentException if the text is no RFC 3339 timestamp */
    private static Instant instant(String text) {
        if (!TIMESTAMP.matcher(text).matches()) {
            throw new IllegalArgumentException("Not an RFC 3339 timestamp");
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Not a time", e);
        }
    }
}
