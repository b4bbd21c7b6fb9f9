package tel.ringer.warp.usertype.rest;

import java.util.UUID;
import tel.ringer.warp.access.UserType;

/** A user type on the wire, without its permissions. */
public record UserTypeResponse(UUID id, String name, String displayName, String description, int permissionCount) {
    static UserTypeResponse of(UserType type) {
        return new UserTypeResponse(
                type.id(),
                type.name(),
                type.displayName(),
                type.description(),
                type.permissions().permissions().size());
    }
}
