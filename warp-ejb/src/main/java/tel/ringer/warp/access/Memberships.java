package tel.ringer.warp.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Who belongs to a customer. Runs inside the transaction of a guarded use case. */
@ApplicationScoped
public class Memberships {
    @Inject
    private GrantRepository repository;

    @Inject
    private Reach reach;

    /** Those of the addresses, normalised, that belong to the customer's people. */
    public Set<String> among(CustomerId customer, Collection<String> emails) {
        return Set.copyOf(repository.membersAmong(customer, emails));
    }

    /** Adds the person, or raises what they hold; never lowers it. */
    public Grant grant(CustomerId customer, UserId user, UserType type, MembershipRole role, UserId by, Instant now) {
        Optional<Grant> held = repository.find(customer, user);
        if (held.isEmpty()) {
            return add(customer, user, Optional.of(type), role, by, now);
        }
        Grant grant = held.get();
        reach.standingOf(user, customer).ifPresent(standing -> grant.raise(standing.userType(), type, role));
        return grant;
    }

    /**
     * Adds a person who does not belong to the customer.
     *
     * @param type empty if the platform type applies
     */
    public Grant add(
            CustomerId customer, UserId user, Optional<UserType> type, MembershipRole role, UserId by, Instant now) {
        Grant grant = Grant.of(customer, user, type.map(UserType::id).orElse(null), role, by, now);
        repository.add(grant);
        return grant;
    }

    /** The grant alone to its transaction until the end; empty if the person does not belong to the customer. */
    public Optional<Grant> lock(CustomerId customer, UserId user) {
        return repository.lock(customer, user);
    }

    /** @param type empty if the platform type applies */
    public void change(Grant grant, Optional<UserType> type, MembershipRole role) {
        grant.change(type.map(UserType::id).orElse(null), role);
        repository.save();
    }

    public void remove(Collection<Grant> grants) {
        repository.remove(grants);
    }
}
