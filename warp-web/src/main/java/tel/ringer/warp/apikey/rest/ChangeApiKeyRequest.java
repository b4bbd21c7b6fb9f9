package tel.ringer.warp.apikey.rest;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tel.ringer.warp.http.rest.PatchField;

/** What is to change: the name, and nothing else. Another user type or expiry takes another key. */
public record ChangeApiKeyRequest(@Schema(type = SchemaType.STRING) @NotNull JsonValue name) {
    private static final int LONGEST = 100;

    String newName() {
        return new PatchField("name", name).required(ChangeApiKeyRequest::name);
    }

    private static String name(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("Not a name");
        }
        return text.strip();
    }
}
