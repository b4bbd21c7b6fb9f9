package tel.ringer.warp.access;

import java.util.UUID;

/**
 * A named set of permissions: a row of the database, never a name in the code.
 *
 * @param description what holders may do, for the people who choose and receive it
 */
public record UserType(UUID id, String name, String displayName, String description, PermissionSet permissions) {}
