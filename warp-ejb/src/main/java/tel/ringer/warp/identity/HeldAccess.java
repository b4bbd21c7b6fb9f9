package tel.ringer.warp.identity;

import java.util.Optional;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.access.UserType;

/**
 * What a person holds at one customer.
 *
 * @param userType in force there; empty if neither the grant nor the platform gives one
 * @param ofPlatform whether that is the platform type
 */
public record HeldAccess(
        CustomerId customer,
        String ban,
        String companyName,
        Optional<UserType> userType,
        boolean ofPlatform,
        MembershipRole role) {}
