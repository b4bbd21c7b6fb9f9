package tel.ringer.warp.member.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.member.NewMember;
import tel.ringer.warp.member.WantedType;

/**
 * Whom to add as what.
 *
 * @param userType name of a user type whose permissions the caller holds at this customer too; the platform type applies
 *     if it is absent
 */
public record AddMemberRequest(
        @NotNull UUID userId, @Nullable @Size(max = 50) String userType, @NotNull MembershipRole role) {
    NewMember toMember() {
        return new NewMember(new UserId(userId), new WantedType(Optional.ofNullable(userType)), role);
    }
}
