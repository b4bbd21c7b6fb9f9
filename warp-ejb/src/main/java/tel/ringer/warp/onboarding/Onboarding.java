package tel.ringer.warp.onboarding;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.customer.Customer;
import tel.ringer.warp.customer.Customers;
import tel.ringer.warp.customer.Registration;
import tel.ringer.warp.idempotency.Idempotency;
import tel.ringer.warp.idempotency.IdempotencyKey;
import tel.ringer.warp.idempotency.IdempotentRequest;
import tel.ringer.warp.idempotency.Outcome;
import tel.ringer.warp.invitation.InvitationRequests;
import tel.ringer.warp.invitation.NewInvitation;
import tel.ringer.warp.problem.ProblemException;

/** The beginning of business with a customer. */
@Stateless
@CustomerGuarded
public class Onboarding {
    @Inject
    private Registration registration;

    @Inject
    private Customers customers;

    @Inject
    private InvitationRequests invitations;

    @Inject
    private Idempotency idempotency;

    @Inject
    @ConfigProperty(name = "warp.onboarding.first-contact-user-type")
    private String userType;

    /**
     * Creates the customer and invites its first contact.
     *
     * @throws ProblemException forbidden, {@code platform_authority_required}; invalid; conflict, {@code ban_taken}; as
     *     {@link tel.ringer.warp.invitation.Invitations#create}
     */
    public Outcome<Customer> create(CustomerScope scope, NewCustomer wanted, Optional<IdempotencyKey> key) {
        registration.requireAuthority(scope);
        return idempotency.once(
                scope,
                key.map(given -> new IdempotentRequest(given, "createCustomer", wanted.words())),
                () -> begin(scope, wanted),
                customer -> customer.id().value(),
                id -> customers.get(scope, new CustomerId(id)));
    }

    private Customer begin(CustomerScope scope, NewCustomer wanted) {
        Customer customer = registration.register(scope, wanted.fields());
        wanted.firstContact().ifPresent(contact -> invitations.createWithin(scope, customer.id(), invitation(contact)));
        return customer;
    }

    private NewInvitation invitation(FirstContact contact) {
        return new NewInvitation(
                contact.email(), userType, MembershipRole.OWNER, contact.message(), OptionalInt.empty());
    }
}
