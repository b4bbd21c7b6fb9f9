package tel.ringer.warp.gatekeeper.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.AccessQuestion;
import tel.ringer.warp.access.CustomerId;

/**
 * Whether an operation would be permitted.
 *
 * @param path as in a request, without query; not a pattern
 * @param customerId at which customer; anywhere if absent
 */
public record CheckAccessRequest(
        @NotNull @Pattern(
                        regexp = "GET|HEAD|POST|PUT|PATCH|DELETE",
                        message = "must be GET, HEAD, POST, PUT, PATCH or DELETE")
                String method,
        @NotNull @Size(max = 500) @Pattern(
                        regexp = "/[^\\s\\p{Cntrl}?#;*]*",
                        message = "must begin with / and not hold white space, ?, #, ; or *")
                String path,
        @Nullable @Pattern(
                        regexp = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}",
                        message = "must be a UUID")
                String customerId) {
    AccessQuestion toQuestion() {
        return new AccessQuestion(method, path, Optional.ofNullable(customerId).map(CustomerId::fromString));
    }
}
