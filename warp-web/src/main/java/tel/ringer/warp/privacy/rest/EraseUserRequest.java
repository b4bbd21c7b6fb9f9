package tel.ringer.warp.privacy.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why a person is to be forgotten.
 *
 * @param reason stays in the audit log, so it names nobody
 */
public record EraseUserRequest(@NotBlank @Size(max = 500) String reason) {}
