package tel.ringer.warp.identity.rest;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.http.rest.PatchField;
import tel.ringer.warp.identity.PersonName;
import tel.ringer.warp.identity.Preference;
import tel.ringer.warp.identity.ProfileChange;

/**
 * What is to change; what is absent stays.
 *
 * @param displayName one line of up to 100 characters
 * @param locale BCP 47 tag of a language; null for none
 * @param timeZone IANA name of a time zone; null for none
 */
public record ChangeProfileRequest(
        @Schema(type = SchemaType.STRING) @Nullable JsonValue displayName,
        @Schema(type = SchemaType.STRING, nullable = true) @Nullable JsonValue locale,
        @Schema(type = SchemaType.STRING, nullable = true) @Nullable JsonValue timeZone) {
    ProfileChange toChange() {
        return new ProfileChange(
                Optional.ofNullable(displayName)
                        .map(value -> new PatchField("display_name", value).required(PersonName::new)),
                Optional.ofNullable(locale)
                        .map(value -> new Preference(new PatchField("locale", value).optional(Preference::language))),
                Optional.ofNullable(timeZone)
                        .map(value ->
                                new Preference(new PatchField("time_zone", value).optional(Preference::timeZone))));
    }
}
