package tel.ringer.warp.paging;

import java.nio.charset.StandardCharsets;
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

    /** For a key that the order at hand can't read. */
    public static ProblemException invalid(RuntimeException cause) {
        ProblemException problem =
                new ProblemException(ProblemKind.MALFORMED, "invalid_cursor", "The cursor is not one of this list.");
        problem.initCause(cause);
        return problem;
    }
}
