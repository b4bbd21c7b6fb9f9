package tel.ringer.warp.invitation.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.invitation.Invitation;
import tel.ringer.warp.invitation.InvitationDetails;
import tel.ringer.warp.invitation.InvitationEvent;
import tel.ringer.warp.invitation.InvitationStatus;
import tel.ringer.warp.notification.DeliveryStatus;

/**
 * An invitation on the wire, for those who manage it. Never its token.
 *
 * @param history oldest first; only where one invitation is read
 */
public record InvitationResponse(
        UUID id,
        Company customer,
        String email,
        String userType,
        MembershipRole role,
        @Nullable String message,
        InvitationStatus status,
        Delivery delivery,
        Inviter invitedBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant openedAt,
        @Nullable Instant renewalRequestedAt,
        @Nullable Instant closedAt,
        @Nullable String closeReason,
        @Nullable List<Step> history) {
    /** To which customer. */
    public record Company(UUID id, String ban, String companyName) {}

    /** By whom. */
    public record Inviter(UUID id, String displayName) {}

    /** What became of the mail. */
    public record Delivery(DeliveryStatus status, @Nullable Instant sentAt, @Nullable String error) {}

    /**
     * One step in its life.
     *
     * @param by what did it: PERSON, API_KEY, INVITEE or SYSTEM
     * @param displayName what they were called then
     */
    public record Step(Instant at, String event, String by, @Nullable String displayName, @Nullable String reason) {
        static Step of(InvitationEvent event) {
            return new Step(
                    event.at(),
                    event.what(),
                    event.by().name(),
                    event.byName().orElse(null),
                    event.reason().orElse(null));
        }
    }

    static InvitationResponse of(InvitationDetails details) {
        return of(details, null);
    }

    static InvitationResponse of(InvitationDetails details, @Nullable List<InvitationEvent> history) {
        Invitation invitation = details.invitation();
        return new InvitationResponse(
                invitation.id().value(),
                new Company(
                        invitation.customerId().value(),
                        details.customer().ban().value(),
                        details.customer().companyName()),
                invitation.email().written(),
                details.userType(),
                invitation.role(),
                invitation.message().orElse(null),
                details.status(),
                new Delivery(
                        invitation.delivery().status(),
                        invitation.delivery().sentAt().orElse(null),
                        invitation.delivery().error().orElse(null)),
                new Inviter(invitation.invitedBy().value(), invitation.invitedByName()),
                invitation.createdAt(),
                invitation.expiresAt(),
                invitation.linkUse().openedAt().orElse(null),
                invitation.linkUse().renewalRequestedAt().orElse(null),
                invitation.closedAt().orElse(null),
                invitation.closeReason().orElse(null),
                history == null ? null : history.stream().map(Step::of).toList());
    }
}
