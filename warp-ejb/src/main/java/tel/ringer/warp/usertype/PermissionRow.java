package tel.ringer.warp.usertype;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import tel.ringer.warp.access.Permission;

/** A permission of a user type, as it is stored. */
@Embeddable
record PermissionRow(
        @Column(name = "http_method", nullable = false) String method,
        @Column(name = "resource_path", nullable = false) String path) {
    static PermissionRow of(Permission permission) {
        return new PermissionRow(permission.method(), permission.path());
    }

    Permission permission() {
        return new Permission(method, path);
    }
}
