package tel.ringer.warp.identity.rest;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tel.ringer.warp.http.rest.PatchField;

/**
 * What is to change of a person.
 *
 * @param userType name of the user type of the operator's staff; null for none
 */
public record ChangeUserRequest(@Schema(type = SchemaType.STRING, nullable = true) @NotNull JsonValue userType) {
    Optional<String> typeName() {
        return new PatchField("user_type", userType).text();
    }
}
