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
import tel.ringer.warp.identity.OpenedSession;
import tel.ringer.warp.identity.SignIns;
import tel.ringer.warp.identity.VerifiedIdentity;
import tel.ringer.warp.notification.MailKind;
import tel.ringer.warp.notification.Outbox;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;
import tel.ringer.warp.time.DatabaseClock;

/** Invitations, as whoever follows the link in the mail sees them. */
@Stateless
@CustomerGuarded
public class InvitationLinks {
    @Inject
    private InvitationRepository repository;

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
        MintedToken token = repository.find(bearer).orElseThrow(InvitationLinks::noLink);
        InvitationDetails details = repository.find(token.invitationId()).orElseThrow(InvitationLinks::noLink);
        Invitation invitation = details.invitation();
        requireAlive(invitation, token, details.status());
        UserType type = userTypes.find(invitation.userTypeId()).orElseThrow(InvitationLinks::noLongerValid);
        Customer customer = details.customer();
        return new InvitationView(
                customer.companyName(),
                customer.ban().value(),
                invitation.invitedByName(),
                invitation.email().masked(),
                type.displayName(),
                type.description(),
                invitation.role(),
                invitation.message(),
                invitation.expiresAt());
    }

    /**
     * The person gets in: account, access, session, audit and welcome mail, all in this transaction or none.
     *
     * @throws ProblemException not found or gone as {@link #view}; conflict, {@code invitation_already_accepted},
     *     {@code invitation_wrong_account} or {@code identity_conflict}; forbidden, {@code account_inactive}
     */
    public Acceptance accept(CustomerScope.Invitation bearer, VerifiedIdentity identity) {
        MintedToken token = repository.find(bearer).orElseThrow(InvitationLinks::noLink);
        Invitation invitation = repository.lock(token.invitationId()).orElseThrow(InvitationLinks::noLink);
        if (invitation.status() == InvitationStatus.ACCEPTED) {
            throw ProblemException.conflict(
                    "invitation_already_accepted", "This invitation has been accepted. Sign in instead.");
        }
        requireAlive(invitation, token, invitation.statusAt(clock.now()));
        if (!invitation.isFor(identity.email())) {
            throw wrongAccount(invitation);
        }
        UserType type = userTypes.find(invitation.userTypeId()).orElseThrow(InvitationLinks::noLongerValid);
        Customer customer = openCustomer(invitation);
        if (!rank.stillAllows(invitation, type)) {
            throw noLongerValid();
        }
        OpenedSession session = signIns.signInInvited(bearer, identity);
        admit(invitation, type, session);
        return new Acceptance(session, customer.id(), customer.ban().value(), customer.companyName());
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
                .orElseThrow(InvitationLinks::noLink);
        if (customer.isClosed()) {
            throw noLongerValid();
        }
        return customer;
    }

    private static void requireAlive(Invitation invitation, MintedToken token, InvitationStatus status) {
        switch (status) {
            case PENDING -> {
                if (!invitation.isCurrentLink(token.linkGeneration())) {
                    throw gone("invitation_superseded", "A newer link was sent. Use the one in the latest mail.");
                }
            }
            case ACCEPTED -> throw gone("invitation_accepted", "This invitation has been accepted. Sign in instead.");
            case DECLINED -> throw gone("invitation_declined", "This invitation was declined.");
            case REVOKED -> throw gone("invitation_revoked", "This invitation was withdrawn.");
            case EXPIRED -> throw gone("invitation_expired", "This invitation has expired. Ask for a new one.");
        }
    }

    private static ProblemException wrongAccount(Invitation invitation) {
        String expected = invitation.email().masked();
        return new ProblemException(
                ProblemKind.CONFLICT,
                "invitation_wrong_account",
                "This invitation is for " + expected + ". Sign in with that account instead.",
                Map.of("expected_email", expected));
    }

    private static ProblemException noLink() {
        return ProblemException.notFound();
    }

    private static ProblemException noLongerValid() {
        return gone("invitation_no_longer_valid", "This invitation is no longer valid. Ask for a new one.");
    }

    private static ProblemException gone(String code, String detail) {
        return new ProblemException(ProblemKind.GONE, code, detail);
    }
}
