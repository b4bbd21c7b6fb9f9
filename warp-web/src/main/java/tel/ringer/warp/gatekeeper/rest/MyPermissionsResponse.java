package tel.ringer.warp.gatekeeper.rest;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.usertype.rest.PermissionBody;

/** The user types in force and all that they permit. */
public record MyPermissionsResponse(List<InForce> userTypes, List<PermissionBody> permissions) {
    /** A user type of the caller. */
    public record InForce(UUID id, String name, String displayName) {}

    static MyPermissionsResponse of(List<UserType> types) {
        return new MyPermissionsResponse(
                types.stream()
                        .map(type -> new InForce(type.id(), type.name(), type.displayName()))
                        .toList(),
                PermissionBody.of(types.stream()
                        .flatMap(type -> type.permissions().permissions().stream())
                        .collect(Collectors.toSet())));
    }
}
