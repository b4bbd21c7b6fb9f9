package tel.ringer.warp.privacy.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Which address is to be forgotten, and why.
 *
 * @param email however it is written; without an account
 * @param reason stays in the audit log, so it names nobody
 */
public record EraseAddressRequest(@NotBlank @Size(max = 254) String email, @NotBlank @Size(max = 500) String reason) {}
