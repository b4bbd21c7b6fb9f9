package tel.ringer.warp.usertype.rest;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.http.rest.PatchField;

/** The words of a user type to be changed; what is absent stays. */
public record ChangeUserTypeRequest(
        @Schema(type = SchemaType.STRING) @Nullable JsonValue displayName,
        @Schema(type = SchemaType.STRING) @Nullable JsonValue description) {
    Optional<String> newDisplayName() {
        return read("display_name", displayName, Words.DISPLAY_NAME);
    }

    Optional<String> newDescription() {
        return read("description", description, Words.DESCRIPTION);
    }

    private static Optional<String> read(String name, @Nullable JsonValue value, String form) {
        return Optional.ofNullable(value)
                .map(given -> new PatchField(name, given).required(text -> formed(text, form)));
    }

    private static String formed(String text, String form) {
        if (!text.matches(form)) {
            throw new IllegalArgumentException("Of another form");
        }
        return text;
    }
}
