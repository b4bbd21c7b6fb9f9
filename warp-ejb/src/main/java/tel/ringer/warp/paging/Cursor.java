package tel.ringer.warp.paging;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import tel.ringer.warp.access.Uuids;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/**
 * A place in an order: the sort key of a row and its id. It grants nothing: whoever presents it, every page is confined
 * by the scope of the caller.
 */
public record Cursor(String key, UUID id) {
    private static final int UUID_LENGTH = 36;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** Opaque to clients. */
    public String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((id + key).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException invalid, {@code invalid_cursor} */
    public static Cursor decode(String text) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (decoded.length() < UUID_LENGTH || decoded.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("No place in any order");
            }
            return new Cursor(decoded.substring(UUID_LENGTH), Uuids.parse(decoded.substring(0, UUID_LENGTH)));
        } catch (IllegalArgumentException e) {
            throw invalid(e);
        }
    }

    /**
     * The key, where the order is one of times.
     *
     * @throws ProblemException invalid, {@code invalid_cursor}
     */
    public Instant instant() {
        try {
            Instant at = Instant.parse(key);
            if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
                throw new DateTimeException("Out of what the database can hold");
            }
            return at;
        } catch (DateTimeException e) {
            throw invalid(e);
        }
    }

    /** For a key that the order at hand can't read. */
    public static ProblemException invalid(RuntimeException cause) {
        ProblemException problem =
                new ProblemException(ProblemKind.MALFORMED, "invalid_cursor", "The cursor is not one of this list.");
        problem.initCause(cause);
        return problem;
    }
}
