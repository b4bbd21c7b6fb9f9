package tel.ringer.warp.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.access.UserTypes;
import tel.ringer.warp.customer.OpenCustomers;
import tel.ringer.warp.identity.DisplayNames;
import tel.ringer.warp.notification.MailKind;
import tel.ringer.warp.notification.Outbox;
import tel.ringer.warp.paging.Page;
import tel.ringer.warp.problem.Precondition;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.time.DatabaseClock;

/** Invitations, as those who manage a customer's people see them. */
@Stateless
@CustomerGuarded
public class Invitations {
    @Inject
    private InvitationRepository repository;

    @Inject
    private OpenCustomers customers;

    @Inject
    private UserTypes userTypes;

    @Inject
    private DisplayNames names;

    @Inject
    private Admissions admissions;

    @Inject
    private Issuing issuing;

    @Inject
    private Rank rank;

    @Inject
    private InvitationTerms terms;

    @Inject
    private Rooms rooms;

    @Inject
    private Outbox outbox;

    @Inject
    private InvitationAudit audit;

    @Inject
    private DatabaseClock clock;

    /**
     * Invites an address; the mail follows when it is dispatched. The answer is the same whether or not the address is
     * known to WARP, unless it already belongs to this customer.
     *
     * @throws ProblemException not found; forbidden, {@code rank_exceeded}; conflict, {@code already_member},
     *     {@code already_pending}, {@code pending_limit_reached} or {@code customer_closed}; invalid
     */
    public InvitationDetails create(CustomerScope scope, CustomerId customerId, NewInvitation wanted) {
        UserId inviter = personOf(scope);
        customers.require(customerId);
        Room room = rooms.make(scope, customerId, List.of(wanted));
        Admitted admitted =
                admissions.at(customerId, inviter, List.of(wanted), room).admit(wanted);
        Inviter named = named(inviter);
        Invitation invitation = issuing.issue(customerId, admitted, named, room.at());
        audit.recordBy(named, invitation, "created", Issuing.details(admitted));
        return get(scope, invitation.id());
    }

    public Page<InvitationDetails> list(CustomerScope scope, InvitationQuery query) {
        OptionalLong total = query.page().withTotal() ? OptionalLong.of(repository.count(query)) : OptionalLong.empty();
        return Page.of(repository.list(scope, query), query.page(), InvitationDetails::place, total);
    }

    /** @throws ProblemException not found */
    public InvitationDetails get(CustomerScope scope, InvitationId id) {
        return repository.find(id).orElseThrow(ProblemException::notFound);
    }

    /** @throws ProblemException not found */
    public CustomerId customerOf(CustomerScope scope, InvitationId id) {
        return repository.customerOf(id).orElseThrow(ProblemException::notFound);
    }

    /**
     * The link dies at once.
     *
     * @param expected whether the caller knows that revision
     * @throws ProblemException not found; outdated, {@code precondition_failed}; conflict, {@code invitation_not_pending}
     */
    public void revoke(CustomerScope scope, InvitationId id, Optional<String> reason, LongPredicate expected) {
        UserId by = personOf(scope);
        Invitation invitation = repository.lock(id).orElseThrow(ProblemException::notFound);
        Precondition.require(expected, invitation.revision());
        Optional<String> plain = reason.flatMap(PlainText::line);
        invitation.revoke(by, plain, clock.now());
        audit.recordBy(
                named(by),
                invitation,
                "revoked",
                plain.map(text -> Map.of("reason", text)).orElse(Map.of()));
    }

    /**
     * Sends a new link with a new expiry; links sent before die at once.
     *
     * @throws ProblemException not found; conflict, {@code invitation_not_pending}; too many, {@code resend_too_soon};
     *     forbidden, {@code rank_exceeded}
     */
    public InvitationDetails resend(CustomerScope scope, InvitationId id) {
        UserId by = personOf(scope);
        Invitation invitation = repository.lock(id).orElseThrow(ProblemException::notFound);
        UserType type = userTypes.find(invitation.userTypeId()).orElseThrow(ProblemException::notFound);
        rank.require(by, invitation.customerId(), type, invitation.role());
        invitation.renewLink(terms.resendPause(), clock.now());
        invitation.remind(terms.of(invitation.customerId()).reminderDays());
        outbox.queue(invitation.customerId(), MailKind.INVITATION, id.value());
        audit.recordBy(named(by), invitation, "resent", Map.of());
        return get(scope, id);
    }

    private Inviter named(UserId somebody) {
        return new Inviter(somebody, names.of(somebody));
    }

    static UserId personOf(CustomerScope scope) {
        return scope.person().orElseThrow(() -> new IllegalStateException("Only a person manages invitations"));
    }
}
