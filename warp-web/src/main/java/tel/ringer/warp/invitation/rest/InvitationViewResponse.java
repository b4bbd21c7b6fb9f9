package tel.ringer.warp.invitation.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.invitation.InvitationView;

/** What an invited person needs to decide. */
public record InvitationViewResponse(
        String companyName,
        String ban,
        String invitedBy,
        String email,
        String userType,
        String allows,
        MembershipRole role,
        @Nullable String message,
        Instant expiresAt) {
    static InvitationViewResponse of(InvitationView view) {
        return new InvitationViewResponse(
                view.companyName(),
                view.ban(),
                view.inviter(),
                view.email().masked(),
                view.userType(),
                view.allows(),
                view.role(),
                view.message().orElse(null),
                view.expiresAt());
    }
}
