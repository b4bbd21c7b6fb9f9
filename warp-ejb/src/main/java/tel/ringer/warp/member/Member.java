package tel.ringer.warp.member;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.Grant;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.access.Standing;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.identity.User;

/**
 * A person at a customer.
 *
 * @param platformType what the person holds as operator's staff
 * @param ownType what the grant gives; empty if the platform type applies
 */
public record Member(User user, Grant grant, Optional<UserType> platformType, Optional<UserType> ownType) {
    static Member of(User user, Grant grant, Map<UUID, UserType> types) {
        return new Member(
                user,
                grant,
                user.userTypeId().map(types::get),
                grant.userTypeId().map(types::get));
    }

    /** In force at the customer; empty if neither the grant nor the platform gives one. */
    public Optional<UserType> userType() {
        return ownType.or(() -> platformType);
    }

    public MembershipRole role() {
        return grant.role();
    }

    public long revision() {
        return grant.revision();
    }

    Optional<Standing> standing() {
        return standingWith(ownType, role());
    }

    /** @param role null without a grant */
    Optional<Standing> standingWith(Optional<UserType> type, @Nullable MembershipRole role) {
        return Standing.of(platformType, type, role);
    }

    /** Whether the person manages the people of the customer. */
    boolean administers() {
        return user.isActive() && role().covers(MembershipRole.ADMIN);
    }
}
