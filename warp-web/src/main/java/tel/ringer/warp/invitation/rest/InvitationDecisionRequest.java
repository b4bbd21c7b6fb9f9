package tel.ringer.warp.invitation.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Proof of who decides: an ID token of a configured provider. No address: it is taken from the token alone. */
public record InvitationDecisionRequest(@NotBlank @Size(max = 16_384) String idToken) {
    @Override
    public String toString() {
        return "InvitationDecisionRequest[hidden]";
    }
}
