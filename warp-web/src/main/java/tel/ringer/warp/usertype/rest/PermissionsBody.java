package tel.ringer.warp.usertype.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import tel.ringer.warp.access.Permission;
import tel.ringer.warp.access.UserType;

/** All permissions of a user type on the wire: what is read can be written back. */
public record PermissionsBody(
        @NotNull @Size(max = PermissionBody.MOST) List<@NotNull @Valid PermissionBody> permissions) {
    static PermissionsBody of(UserType type) {
        return new PermissionsBody(PermissionBody.of(type.permissions().permissions()));
    }

    Set<Permission> toPermissions() {
        return PermissionBody.read(permissions);
    }
}
