package tel.ringer.warp.http.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace that the request belongs to (W3C Trace Context). WARP records no spans of its own: what came in goes on as it
 * is to whom WARP asks, and its trace id stands in the log.
 */
@RequestScoped
public class TraceContext {
    static final String PARENT = "traceparent";
    static final String STATE = "tracestate";

    /** Later versions begin like version 00 and may go on; {@code ff} and ids of zeros are not valid (section 3.2). */
    private static final Pattern VALID = Pattern.compile(
            "(?!ff|00.{54})[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?");

    private static final int LONGEST = 512;

    private Map<String, String> headers = Map.of();
    private Optional<String> traceId = Optional.empty();

    /** A state without a valid parent is of no trace (section 3.3). */
    void accept(@Nullable String parent, @Nullable String state) {
        Matcher valid = VALID.matcher(parent == null || parent.length() > LONGEST ? "" : parent);
        if (!valid.matches()) {
            return;
        }
        Map<String, String> taken = new LinkedHashMap<>(Map.of(PARENT, valid.group()));
        if (state != null && !state.isBlank() && state.length() <= LONGEST) {
            taken.put(STATE, state);
        }
        headers = Map.copyOf(taken);
        traceId = Optional.of(valid.group(1));
    }

    Optional<String> traceId() {
        return traceId;
    }

    /** What a request to somebody else has to carry. */
    public Map<String, String> headers() {
        return headers;
    }
}
