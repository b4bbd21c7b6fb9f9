package tel.ringer.warp.privacy.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Of which address to export what is kept.
 *
 * @param email however it is written; without an account
 */
public record ExportAddressRequest(@NotBlank @Size(max = 254) String email) {}
