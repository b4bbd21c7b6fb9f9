package tel.ringer.warp.apikey;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.LongPredicate;
import tel.ringer.warp.access.Administrators;
import tel.ringer.warp.access.Caller;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.access.Memberships;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.access.UserTypes;
import tel.ringer.warp.customer.OpenCustomers;
import tel.ringer.warp.identity.DisplayNames;
import tel.ringer.warp.paging.Page;
import tel.ringer.warp.problem.Precondition;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.time.DatabaseClock;

/** The API keys of a customer, as those who manage them see them. */
@Stateless
@CustomerGuarded
public class ApiKeys {
    @Inject
    private ApiKeyRepository repository;

    @Inject
    private OpenCustomers customers;

    @Inject
    private Memberships memberships;

    @Inject
    private Administrators administrators;

    @Inject
    private UserTypes userTypes;

    @Inject
    private DisplayNames names;

    @Inject
    private Rank rank;

    @Inject
    private ApiKeyTerms terms;

    @Inject
    private ApiKeyChanges changes;

    @Inject
    private DatabaseClock clock;

    /**
     * Makes a key and tells its secret, once. Keys make no keys: one that leaked could not be got rid of.
     *
     * @throws ProblemException not found; forbidden, {@code rank_exceeded} or {@code people_only}; conflict,
     *     {@code customer_closed}; invalid, {@code unknown_user_type} or {@code expiry_out_of_range}
     */
    public CreatedApiKey create(CustomerScope scope, CustomerId customer, NewApiKey wanted) {
        UserId by = accountOf(scope);
        customers.require(customer);
        if (repository.find(customer, new ApiKeyId(by.value())).isPresent()) {
            throw Caller.peopleOnly();
        }
        administrators.lock(customer);
        UserType type = userTypes.byName(wanted.userType());
        rank.require(by, customer, type);
        return create(customer, wanted, type, new Creator(by, names.of(by)));
    }

    private CreatedApiKey create(CustomerId customer, NewApiKey wanted, UserType type, Creator creator) {
        Instant now = clock.now();
        ApiKeySecret secret = ApiKeySecret.mint();
        ApiKey key = ApiKey.of(customer, wanted.name(), secret, creator, terms.expiry(wanted.expiresAt(), now), now);
        repository.add(key);
        memberships.add(customer, key.id().account(), Optional.of(type), MembershipRole.USER, creator.user(), now);
        changes.created(creator.user(), key, type);
        return new CreatedApiKey(new ApiKeyDetails(key, Optional.of(type), now), Optional.of(secret));
    }

    public Page<ApiKeyDetails> list(CustomerScope scope, CustomerId customer, ApiKeyQuery query) {
        OptionalLong total =
                query.page().withTotal() ? OptionalLong.of(repository.count(customer, query)) : OptionalLong.empty();
        Page<ApiKeyRow> page = Page.of(repository.list(customer, query), query.page(), ApiKeyRow::place, total);
        Map<UUID, UserType> types = userTypes.byId();
        return new Page<>(page.items().stream().map(row -> row.with(types)).toList(), page.next(), page.total());
    }

    /** @throws ProblemException not found */
    public ApiKeyDetails get(CustomerScope scope, CustomerId customer, ApiKeyId id) {
        return details(repository.find(customer, id));
    }

    /**
     * @param expected whether the caller knows that revision
     * @throws ProblemException not found; outdated, {@code precondition_failed}; conflict, {@code api_key_revoked}
     */
    public ApiKeyDetails rename(
            CustomerScope scope, CustomerId customer, ApiKeyId id, String name, LongPredicate expected) {
        ApiKeyDetails details = details(repository.lock(customer, id));
        ApiKey key = details.key();
        Precondition.require(expected, key.revision());
        String before = key.name();
        key.rename(name);
        if (!name.equals(before)) {
            changes.renamed(accountOf(scope), key, before);
        }
        return details;
    }

    /**
     * Refused everywhere from the next request on, whoever made it and whatever it may: who manages the keys of a
     * company must be able to end each of them.
     *
     * @param expected whether the caller knows that revision
     * @throws ProblemException not found; outdated, {@code precondition_failed}; conflict, {@code api_key_revoked}
     */
    public void revoke(
            CustomerScope scope, CustomerId customer, ApiKeyId id, Optional<String> reason, LongPredicate expected) {
        UserId by = accountOf(scope);
        administrators.lock(customer);
        ApiKeyDetails details = details(repository.lock(customer, id));
        Precondition.require(expected, details.key().revision());
        details.key().requireNotRevoked();
        changes.revokes(by, details, reason);
        details.key().revoke(by, reason, clock.now());
        repository.save();
    }

    private ApiKeyDetails details(Optional<ApiKeyRow> row) {
        return row.map(found -> found.with(userTypes.byId())).orElseThrow(ProblemException::notFound);
    }

    private static UserId accountOf(CustomerScope scope) {
        return scope.person().orElseThrow(() -> new IllegalStateException("Only an account manages API keys"));
    }
}
