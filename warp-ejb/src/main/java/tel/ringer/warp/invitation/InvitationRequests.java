package tel.ringer.warp.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.idempotency.Idempotency;
import tel.ringer.warp.idempotency.IdempotencyKey;
import tel.ringer.warp.idempotency.IdempotentRequest;
import tel.ringer.warp.idempotency.Outcome;
import tel.ringer.warp.problem.ProblemException;

/** Invitations, as they are asked for over a network that loses answers: a request that comes again has one effect. */
@Stateless
@CustomerGuarded
public class InvitationRequests {
    @Inject
    private Invitations invitations;

    @Inject
    private Rank rank;

    @Inject
    private Idempotency idempotency;

    /** @throws ProblemException as {@link Invitations#create}; invalid, {@code idempotency_key_reused} */
    public Outcome<InvitationDetails> create(
            CustomerScope scope, CustomerId customer, NewInvitation wanted, Optional<IdempotencyKey> key) {
        return idempotency.once(
                scope,
                customer,
                key.map(given -> new IdempotentRequest(given, "createInvitation", words(wanted))),
                () -> invitations.create(scope, customer, wanted),
                InvitationRequests::id,
                id -> invitations.get(scope, new InvitationId(id)));
    }

    /** @throws ProblemException as {@link Invitations#resend}; invalid, {@code idempotency_key_reused} */
    public Outcome<InvitationDetails> resend(
            CustomerScope scope, InvitationId invitation, Optional<IdempotencyKey> key) {
        if (key.isEmpty()) {
            return new Outcome<>(invitations.resend(scope, invitation), false);
        }
        return idempotency.once(
                scope,
                invitations.customerOf(scope, invitation),
                key.map(given -> new IdempotentRequest(given, "resendInvitation", List.of(invitation.toString()))),
                () -> invitations.resend(scope, invitation),
                InvitationRequests::id,
                id -> invitations.get(scope, new InvitationId(id)));
    }

    /**
     * As part of another use case, which needs no key of its own for it.
     *
     * @throws ProblemException as {@link Invitations#create}; forbidden, for who may not invite to the customer
     */
    public InvitationDetails createWithin(CustomerScope scope, CustomerId customer, NewInvitation wanted) {
        rank.requireMayInvite(Invitations.personOf(scope), customer);
        return invitations.create(scope, customer, wanted);
    }

    private static UUID id(InvitationDetails details) {
        return details.invitation().id().value();
    }

    private static List<String> words(NewInvitation wanted) {
        OptionalInt days = wanted.validForDays();
        return List.of(
                wanted.email().written(),
                wanted.userType(),
                wanted.role().name(),
                wanted.message().map(PersonalMessage::text).orElse(""),
                days.isPresent() ? Integer.toString(days.getAsInt()) : "");
    }
}
