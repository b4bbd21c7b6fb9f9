package tel.ringer.warp.invitation.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.invitation.NewInvitation;
import tel.ringer.warp.invitation.PersonalMessage;

/**
 * Whom to invite as what.
 *
 * @param userType name of a user type whose permissions the inviter holds too
 * @param message plain text; links are taken out
 * @param expiresInDays how long the link works; the configured default if absent
 */
public record CreateInvitationRequest(
        @NotBlank @Size(max = 254) String email,
        @NotBlank @Size(max = 50) String userType,
        @NotNull MembershipRole role,
        @Nullable @Size(max = 1000) String message,
        @Nullable Integer expiresInDays) {
    NewInvitation toInvitation() {
        return new NewInvitation(
                EmailAddress.of(email),
                userType,
                role,
                Optional.ofNullable(message).flatMap(PersonalMessage::of),
                expiresInDays == null ? OptionalInt.empty() : OptionalInt.of(expiresInDays));
    }
}
