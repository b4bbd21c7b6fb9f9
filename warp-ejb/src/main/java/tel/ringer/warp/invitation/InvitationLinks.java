package tel.ringer.warp.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.Memberships;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.access.UserTypes;
import tel.ringer.warp.customer.Customer;
import tel.ringer.warp.customer.OpenCustomers;
import tel.ringer.warp.identity.OpenedSession;
import tel.ringer.warp.identity.SignIns;
import tel.ringer.warp.identity.VerifiedIdentity;
import tel.ringer.warp.notification.MailKind;
import tel.ringer.warp.notification.Outbox;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.time.DatabaseClock;

/** Invitations, as whoever follows the link in the mail sees them. */
@Stateless
@CustomerGuarded
public class InvitationLinks {
    @Inject
    private LinkRepository links;

    @Inject
    private InvitationRepository repository;

    @Inject
    private OpenCustomers customers;

    @Inject
    private SignIns signIns;

    @Inject
    private Memberships memberships;

    @Inject
    private UserTypes userTypes;

    @Inject
    private Rank rank;

    @Inject
    private Outbox outbox;

    @Inject
    private InvitationAudit audit;

    @Inject
    private DatabaseClock clock;

    /**
     * Changes nothing, however often it is called.
     *
     * @throws ProblemException not found for what is no link; gone for a dead one, with a code that says why
     */
    public InvitationView view(CustomerScope.Invitation bearer) {
        LinkTarget target = links.follow(bearer).orElseThrow(LinkRefusals::noLink);
        target.requireAlive();
        InvitationDetails details = target.details();
        Invitation invitation = details.invitation();
        UserType type = userTypes.find(invitation.userTypeId()).orElseThrow(LinkRefusals::userTypeRemoved);
        Customer customer = details.customer();
        return new InvitationView(
                PlainText.name(customer.companyName()),
                customer.ban().value(),
                PlainText.name(invitation.invitedByName()),
                invitation.email(),
                PlainText.name(type.displayName()),
                PlainText.line(type.description()).orElse(""),
                invitation.role(),
                invitation.message(),
                invitation.expiresAt());
    }

    /**
     * The person gets in: account, access, session, audit and welcome mail, all in this transaction or none. Who already
     * belongs to the customer keeps what they hold, or gains.
     *
     * @throws ProblemException not found or gone as {@link #view}; gone, {@code invitation_no_longer_valid},
     *     {@code invitation_user_type_removed} or {@code invitation_inviter_left}; conflict, {@code invitation_on_hold},
     *     {@code invitation_already_accepted}, {@code invitation_wrong_account} or {@code identity_conflict}; forbidden,
     *     {@code account_inactive}
     */
    public Acceptance accept(CustomerScope.Invitation bearer, VerifiedIdentity identity) {
        customers.hold(links.customerOf(bearer));
        Invitation invitation = lockFor(bearer, identity);
        Customer customer = openCustomer(invitation);
        UserType type = userTypes.find(invitation.userTypeId()).orElseThrow(LinkRefusals::userTypeRemoved);
        if (!rank.stillAllows(invitation, type)) {
            throw LinkRefusals.inviterLostRight();
        }
        OpenedSession session = signIns.signInInvited(bearer, identity);
        boolean member =
                memberships.lock(invitation.customerId(), session.userId()).isPresent();
        admit(invitation, type, session);
        return new Acceptance(session, customer.id(), customer.ban().value(), customer.companyName(), member);
    }

    /**
     * The person does not want to. Neither account nor access comes of it; the inviter sees the status.
     *
     * @throws ProblemException as {@link #accept}, but for what concerns accounts
     */
    public void decline(CustomerScope.Invitation bearer, VerifiedIdentity identity) {
        Invitation invitation = lockFor(bearer, identity);
        invitation.decline(clock.now());
        audit.record(bearer, invitation, "declined", Map.of("identity_issuer", identity.issuer()));
    }

    /** Of accept, decline, revoke and expiry, whoever locks the row first wins. */
    private Invitation lockFor(CustomerScope.Invitation bearer, VerifiedIdentity identity) {
        LockedLink link = links.lock(bearer).orElseThrow(LinkRefusals::noLink);
        link.requireDecidable(clock.now());
        Invitation invitation = link.invitation();
        if (!invitation.isFor(identity.email())) {
            throw LinkRefusals.wrongAccount(invitation.email());
        }
        return invitation;
    }

    private void admit(Invitation invitation, UserType type, OpenedSession session) {
        memberships.grant(
                invitation.customerId(),
                session.userId(),
                type,
                invitation.role(),
                invitation.invitedBy(),
                clock.now());
        invitation.accept(session.userId(), clock.now());
        outbox.queue(invitation.customerId(), MailKind.WELCOME, invitation.id().value());
        audit.accepted(
                session.userId(),
                invitation,
                Map.of("user_type", type.name(), "role", invitation.role().name()));
    }

    private Customer openCustomer(Invitation invitation) {
        Customer customer = repository
                .find(invitation.id())
                .map(InvitationDetails::customer)
                .orElseThrow(LinkRefusals::noLink);
        return switch (customer.status()) {
            case ACTIVE, TRIAL -> customer;
            case SUSPENDED -> throw LinkRefusals.customerSuspended();
            case CLOSED -> throw LinkRefusals.customerClosed();
        };
    }
}
