package tel.ringer.warp.usertype.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import tel.ringer.warp.usertype.NewUserType;

/**
 * A user type to be.
 *
 * @param name by which it is given; never changes
 */
public record CreateUserTypeRequest(
        @NotNull @Pattern(
                        regexp = "[A-Za-z][A-Za-z0-9_-]{0,49}",
                        message = "must be a letter and up to 49 letters, digits, _ or -")
                String name,
        @NotNull @Pattern(regexp = Words.DISPLAY_NAME, message = Words.DISPLAY_NAME_FORM) String displayName,
        @NotNull @Pattern(regexp = Words.DESCRIPTION, message = Words.DESCRIPTION_FORM) String description,
        @NotNull @Size(max = PermissionBody.MOST) List<@NotNull @Valid PermissionBody> permissions) {
    NewUserType toUserType() {
        return new NewUserType(name, displayName, description, PermissionBody.read(permissions));
    }
}
