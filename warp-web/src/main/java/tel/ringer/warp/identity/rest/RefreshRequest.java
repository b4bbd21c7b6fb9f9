package tel.ringer.warp.identity.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The latest refresh token of a session. */
public record RefreshRequest(@NotBlank @Size(max = 200) String refreshToken) {
    @Override
    public String toString() {
        return "RefreshRequest[hidden]";
    }
}
