package tel.ringer.warp.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Who belongs to a customer. Runs inside the transaction of a guarded use case. */
@ApplicationScoped
public class Memberships {
    @Inject
    private AccessRepository repository;

    @Inject
    private Reach reach;

    public boolean includes(CustomerId customer, String normalisedEmail) {
        return repository.isMember(customer, normalisedEmail);
    }

    /** Adds the person, or raises what they hold; never lowers it. */
    public Grant grant(CustomerId customer, UserId user, UserType type, MembershipRole role, UserId by, Instant now) {
        Optional<Grant> held = repository.findGrant(customer, user);
        if (held.isEmpty()) {
            Grant grant = Grant.of(customer, user, type.id(), role, by, now);
            repository.add(grant);
            return grant;
        }
        Grant grant = held.get();
        reach.standingOf(user, customer).ifPresent(standing -> grant.raise(standing.userType(), type, role));
        return grant;
    }
}
