package tel.ringer.warp.dashboard.rest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.Caller;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.customer.CustomerStatus;
import tel.ringer.warp.dashboard.OwnCustomer;
import tel.ringer.warp.dashboard.OwnCustomers;

/**
 * The caller on the wire, as a portal's first page shows them.
 *
 * @param platformType name of the operator's user type; absent for people of customers
 * @param invitationsPending that the caller has sent and nobody has answered; absent for who may list none
 */
public record OwnDashboardResponse(
        UUID userId,
        @Nullable String email,
        String displayName,
        @Nullable String platformType,
        Reached customers,
        @Nullable Long invitationsPending) {
    /** The customers that the caller reaches: how many, and the first 50 by name. */
    public record Reached(long count, List<Company> items) {}

    /** One of them; user_type and role: what the caller is there. */
    public record Company(
            UUID id,
            String ban,
            String companyName,
            CustomerStatus status,
            @Nullable String userType,
            MembershipRole role) {}

    static OwnDashboardResponse of(Caller caller, OwnCustomers own) {
        String platformType = caller.platformType().map(UserType::name).orElse(null);
        return new OwnDashboardResponse(
                caller.userId().value(),
                caller.email().orElse(null),
                caller.displayName(),
                platformType,
                new Reached(
                        own.count(),
                        own.first().stream()
                                .map(customer -> company(customer, platformType))
                                .toList()),
                own.invitationsPending().isPresent() ? own.invitationsPending().getAsLong() : null);
    }

    private static Company company(OwnCustomer customer, @Nullable String platformType) {
        String userType = customer.userType();
        return new Company(
                customer.id(),
                customer.ban(),
                customer.companyName(),
                customer.status(),
                userType == null ? platformType : userType,
                customer.role());
    }
}
