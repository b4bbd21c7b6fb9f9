package tel.ringer.warp.identity.rest;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import tel.ringer.warp.http.rest.PatchField;

/**
 * What is to change of a person.
 *
 * @param userType name of the user type of the operator's staff; null for none
 */
public record ChangeUserRequest(@NotNull JsonValue userType) {
    Optional<String> typeName() {
        return new PatchField("user_type", userType).text();
    }
}
