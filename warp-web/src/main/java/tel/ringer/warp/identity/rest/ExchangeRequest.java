package tel.ringer.warp.identity.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** An ID token of the configured provider. */
public record ExchangeRequest(@NotBlank @Size(max = 16_384) String idToken) {
    @Override
    public String toString() {
        return "ExchangeRequest[hidden]";
    }
}
