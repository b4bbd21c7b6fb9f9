package tel.ringer.warp.http.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** Reads points in time as they are on the wire. */
public final class Timestamps {
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

    private Timestamps() {}

    /** @throws IllegalArgumentException if the text is no RFC 3339 timestamp */
    public static Instant read(String text) {
        if (!RFC_3339.matcher(text).matches()) {
            throw new IllegalArgumentException("Not an RFC 3339 timestamp");
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Not a time", e);
        }
    }
}
