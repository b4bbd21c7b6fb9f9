package tel.ringer.warp.member;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.LongPredicate;
import tel.ringer.warp.access.Administrators;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.Grant;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.access.Memberships;
import tel.ringer.warp.access.Standing;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.access.UserTypes;
import tel.ringer.warp.customer.OpenCustomers;
import tel.ringer.warp.identity.Person;
import tel.ringer.warp.paging.Page;
import tel.ringer.warp.problem.Precondition;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.time.DatabaseClock;

/** The people of a customer, as those who manage them see them. */
@Stateless
@CustomerGuarded
public class Members {
    @Inject
    private MemberRepository repository;

    @Inject
    private OpenCustomers customers;

    @Inject
    private Memberships memberships;

    @Inject
    private Administrators administrators;

    @Inject
    private UserTypes userTypes;

    @Inject
    private Candidates candidates;

    @Inject
    private Rank rank;

    @Inject
    private MemberChanges changes;

    @Inject
    private DatabaseClock clock;

    public Page<Member> list(CustomerScope scope, CustomerId customer, MemberQuery query) {
        OptionalLong total =
                query.page().withTotal() ? OptionalLong.of(repository.count(customer, query)) : OptionalLong.empty();
        Page<MemberRow> page = Page.of(repository.list(customer, query), query.page(), MemberRow::place, total);
        Map<UUID, UserType> types = userTypes.byId();
        return page.map(row -> Member.of(row.user(), row.grant(), types));
    }

    /** @throws ProblemException not found, for who does not belong to the customer as for who is unknown */
    public Member get(CustomerScope scope, CustomerId customer, UserId user) {
        return repository.find(customer, user).map(this::member).orElseThrow(ProblemException::notFound);
    }

    /**
     * Adds a person who has an account and whom the caller sees already, at another customer within reach.
     *
     * @throws ProblemException not found; forbidden, {@code rank_exceeded}; conflict, {@code already_member},
     *     {@code person_inactive} or {@code customer_closed}; invalid, {@code unknown_user_type} or
     *     {@code no_platform_type}
     */
    public Member add(CustomerScope scope, CustomerId customer, NewMember wanted) {
        UserId by = personOf(scope);
        customers.require(customer);
        administrators.lock(customer);
        Person person = candidates.require(scope, wanted.user());
        if (repository.find(customer, wanted.user()).isPresent()) {
            throw ProblemException.conflict("already_member", "This person already belongs to this customer.");
        }
        Optional<UserType> type = wanted.type().among(userTypes, person.platformType());
        rank.require(by, customer, Standing.of(person.platformType(), type, wanted.role()), wanted.role());
        Grant grant = memberships.add(customer, wanted.user(), type, wanted.role(), by, clock.now());
        changes.added(by, customer, wanted.user(), type, wanted.role());
        return new Member(person.user(), grant, person.platformType(), type);
    }

    /**
     * Changes what a person holds at the customer. Lowering oneself is allowed, raising oneself is not.
     *
     * @param expected whether the caller knows that revision
     * @throws ProblemException not found; outdated, {@code precondition_failed}; forbidden, {@code rank_exceeded};
     *     conflict, {@code last_administrator}; invalid, {@code unknown_user_type} or {@code no_platform_type}
     */
    public Member change(
            CustomerScope scope, CustomerId customer, UserId user, MemberChange wanted, LongPredicate expected) {
        UserId by = personOf(scope);
        Member before = lock(customer, user);
        Precondition.require(expected, before.revision());
        rank.require(by, customer, before.standing(), before.role());
        Optional<UserType> type = wanted.type()
                .map(change -> change.among(userTypes, before.platformType()))
                .orElse(before.ownType());
        MembershipRole role = wanted.role().orElse(before.role());
        if (type.map(UserType::id).equals(before.grant().userTypeId()) && role == before.role()) {
            return before;
        }
        rank.require(by, customer, before.standingWith(type, role), role);
        if (!role.covers(MembershipRole.ADMIN)) {
            requireOneBeside(before, customer);
        }
        changes.changes(by, customer, before, type, role);
        memberships.change(before.grant(), type, role);
        return new Member(before.user(), before.grant(), before.platformType(), type);
    }

    /**
     * Takes all that a person holds at the customer; who removes themselves is gone at once.
     *
     * @param expected whether the caller knows that revision
     * @throws ProblemException not found; outdated, {@code precondition_failed}; forbidden, {@code rank_exceeded};
     *     conflict, {@code last_administrator}
     */
    public void remove(CustomerScope scope, CustomerId customer, UserId user, LongPredicate expected) {
        UserId by = personOf(scope);
        Member member = lock(customer, user);
        Precondition.require(expected, member.revision());
        rank.require(by, customer, member.standing(), member.role());
        requireOneBeside(member, customer);
        changes.removes(by, customer, member);
        memberships.remove(List.of(member.grant()));
    }

    /** The person at the customer, whose people nobody else changes until the end of the transaction. */
    private Member lock(CustomerId customer, UserId user) {
        administrators.lock(customer);
        return memberships
                .lock(customer, user)
                .flatMap(locked -> repository.find(customer, user))
                .map(this::member)
                .orElseThrow(ProblemException::notFound);
    }

    private Member member(MemberRow row) {
        return Member.of(row.user(), row.grant(), userTypes.byId());
    }

    private void requireOneBeside(Member member, CustomerId customer) {
        if (member.administers()) {
            administrators.requireOneBeside(member.user().id(), customer);
        }
    }

    private static UserId personOf(CustomerScope scope) {
        return scope.person().orElseThrow(() -> new IllegalStateException("Only a person manages people"));
    }
}
