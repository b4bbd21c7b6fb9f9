package tel.ringer.warp.usertype;

import tel.ringer.warp.access.UserType;

/**
 * A user type as its authors read it.
 *
 * @param revision of its words and permissions
 */
public record UserTypeDetails(UserType type, long revision) {}
