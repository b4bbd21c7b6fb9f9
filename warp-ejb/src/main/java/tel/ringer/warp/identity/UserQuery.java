package tel.ringer.warp.identity;

import java.util.Optional;
import tel.ringer.warp.paging.PageRequest;

/**
 * Which people to list, in the order of their addresses.
 *
 * @param search part of the name or the address, whatever the case
 * @param userType name of the platform type
 */
public record UserQuery(
        Optional<String> search, Optional<UserStatus> status, Optional<String> userType, PageRequest page) {}
