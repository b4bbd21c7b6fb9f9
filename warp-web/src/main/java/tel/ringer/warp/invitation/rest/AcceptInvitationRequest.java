package tel.ringer.warp.invitation.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Proof of who accepts: an ID token of the configured provider. No address: it is taken from the token alone. */
public record AcceptInvitationRequest(@NotBlank @Size(max = 16_384) String idToken) {
    @Override
    public String toString() {
        return "AcceptInvitationRequest[hidden]";
    }
}
