package tel.ringer.warp.member.rest;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.http.rest.PatchField;
import tel.ringer.warp.member.MemberChange;
import tel.ringer.warp.member.WantedType;

/**
 * What is to change; what is absent stays.
 *
 * @param userType name of a user type; null if the platform type is to apply
 */
public record ChangeMemberRequest(
        @Schema(type = SchemaType.STRING, nullable = true) @Nullable JsonValue userType,
        @Schema(implementation = MembershipRole.class) @Nullable JsonValue role) {
    MemberChange toChange() {
        return new MemberChange(
                Optional.ofNullable(userType).map(value -> new WantedType(new PatchField("user_type", value).text())),
                Optional.ofNullable(role)
                        .map(value -> new PatchField("role", value).required(MembershipRole::valueOf)));
    }
}
