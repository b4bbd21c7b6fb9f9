package tel.ringer.warp.dashboard;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.customer.CustomerStatus;

/**
 * A customer that a person reaches, and what they are there.
 *
 * @param userType name of the user type in force; null if it is the platform type of who holds everything
 */
public record OwnCustomer(
        UUID id,
        String ban,
        String companyName,
        CustomerStatus status,
        @Nullable String userType,
        MembershipRole role) {}
