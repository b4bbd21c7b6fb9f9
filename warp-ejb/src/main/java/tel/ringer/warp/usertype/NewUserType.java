package tel.ringer.warp.usertype;

import java.util.Set;
import tel.ringer.warp.access.Permission;

/**
 * What an author asks for.
 *
 * @param name by which it is given; never changes
 */
public record NewUserType(String name, String displayName, String description, Set<Permission> permissions) {}
