package tel.ringer.warp.http.rest;

import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** Which state of a thing a caller has read and means to change (RFC 9110, section 13.1.1). */
public final class Revision {
    private static final Pattern TAGS =
            Pattern.compile("(?:W/)?\"[^\"\\p{Cntrl}\\s]*\"(?:\\s*,\\s*(?:W/)?\"[^\"\\p{Cntrl}\\s]*\")*");

    /** For the descriptions of operations that need one. */
    public static final String NEEDED =
            " Needs If-Match with the ETag that was read: 428 without, 412 if somebody else was faster.";

    /** For the descriptions of operations that need none. */
    public static final String HONOURED =
            " With If-Match, only the state that was read: 412 if somebody else was faster.";

    private Revision() {}

    public static EntityTag tag(long revision) {
        return new EntityTag(Long.toString(revision));
    }

    /**
     * Which revisions the caller means. A weak tag is that of none.
     *
     * @param ifMatch the header; null without one
     * @throws ProblemException unconditional, {@code precondition_required}; malformed, {@code malformed_if_match}
     */
    public static LongPredicate expected(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ProblemException(
                    ProblemKind.UNCONDITIONAL,
                    "precondition_required",
                    "Say with If-Match which state you change: the ETag that you have read.");
        }
        return among(ifMatch);
    }

    /**
     * As {@link #expected}, where a caller who says nothing means whatever there is.
     *
     * @throws ProblemException malformed, {@code malformed_if_match}
     */
    public static LongPredicate expectedIfAny(@Nullable String ifMatch) {
        return ifMatch == null ? revision -> true : among(ifMatch);
    }

    private static LongPredicate among(String ifMatch) {
        String tags = ifMatch.strip();
        if (tags.equals("*")) {
            return revision -> true;
        }
        if (!TAGS.matcher(tags).matches()) {
            throw new ProblemException(ProblemKind.MALFORMED, "malformed_if_match", "If-Match holds no ETags.");
        }
        Set<String> known =
                Arrays.stream(tags.split(",", -1)).map(String::strip).collect(Collectors.toSet());
        return revision -> known.contains("\"" + revision + "\"");
    }
}
