package tel.ringer.warp.access;

import java.util.Optional;

/**
 * Whether an operation would be permitted.
 *
 * @param path as in a request, beginning with a slash
 * @param customer at which customer; empty for anywhere
 */
public record AccessQuestion(String method, String path, Optional<CustomerId> customer) {
    /** A HEAD is answered by the GET of the same path. */
    public AccessQuestion {
        method = method.equals("HEAD") ? "GET" : method;
    }
}
