package tel.ringer.warp.access.rest;

import java.util.UUID;
import tel.ringer.warp.access.UserType;

/** A user type on the wire, beside what refers to it. */
public record UserTypeName(UUID id, String name, String displayName) {
    public static UserTypeName of(UserType type) {
        return new UserTypeName(type.id(), type.name(), type.displayName());
    }
}
