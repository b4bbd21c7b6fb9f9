package tel.ringer.warp.isolation;

import java.util.List;

/**
 * The role that WARP logs in as.
 *
 * @param memberOf the roles that it can act as
 * @param reasons why row-level security would not hold for it; none if it does
 */
public record InspectedLogin(
        String name,
        boolean superuser,
        boolean bypassesRowSecurity,
        boolean createsRoles,
        long ownedTables,
        List<String> memberOf,
        List<String> reasons) {}
