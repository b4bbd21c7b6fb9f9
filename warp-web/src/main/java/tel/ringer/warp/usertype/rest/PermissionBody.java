package tel.ringer.warp.usertype.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tel.ringer.warp.access.Permission;
import tel.ringer.warp.http.rest.FieldError;
import tel.ringer.warp.http.rest.InvalidBodyException;

/**
 * A permission on the wire, both ways.
 *
 * @param method of HTTP, or {@code *} for each
 * @param path pattern in which a {@code *} in the middle is one segment, a last one all that follow
 */
public record PermissionBody(
        @NotNull @Pattern(
                        regexp = "\\*|GET|POST|PUT|PATCH|DELETE",
                        message = "must be *, GET, POST, PUT, PATCH or DELETE")
                String method,
        @NotNull @Size(max = 200) @Pattern(regexp = "[^\\s\\p{Cntrl}?#;]*", message = "must not hold white space, ?, # or ;") String path) {
    /** At most so many permissions has a user type. */
    static final int MOST = 500;

    public static List<PermissionBody> of(Collection<Permission> permissions) {
        return permissions.stream()
                .sorted(Permission.BY_PATH)
                .map(permission -> new PermissionBody(permission.method(), permission.path()))
                .toList();
    }

    /** @throws InvalidBodyException naming each path that is no pattern and each permission that is there twice */
    static Set<Permission> read(List<PermissionBody> bodies) {
        Set<Permission> permissions = new LinkedHashSet<>();
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            PermissionBody body = bodies.get(i);
            try {
                if (!permissions.add(new Permission(body.method, body.path))) {
                    errors.add(new FieldError("/permissions/" + i, "is there twice"));
                }
            } catch (IllegalArgumentException e) {
                errors.add(
                        new FieldError("/permissions/" + i + "/path", "must be * or a path such as /v1/customers/*"));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidBodyException(errors);
        }
        return permissions;
    }
}
