package tel.ringer.warp.identity;

import java.util.Map;
import java.util.UUID;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.Grant;
import tel.ringer.warp.access.UserType;

/** A grant with what its customer is called. */
record GrantRow(Grant grant, UUID customerId, String ban, String companyName) {
    HeldAccess of(Person person, Map<UUID, UserType> types) {
        return new HeldAccess(
                new CustomerId(customerId),
                ban,
                companyName,
                grant.userTypeId().map(types::get).or(person::platformType),
                grant.userTypeId().isEmpty(),
                grant.role());
    }
}
