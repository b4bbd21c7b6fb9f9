package tel.ringer.warp.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person holds at one customer: the user type in force there and the membership role. */
public record Standing(UserType userType, MembershipRole role) {
    /**
     * What follows from a platform type and a grant: the holder of {@code *} stands above a customer's owner everywhere;
     * a grant without a type of its own means the platform type.
     *
     * @param role of the grant; null if there is none
     */
    public static Optional<Standing> of(
            Optional<UserType> platform, Optional<UserType> granted, @Nullable MembershipRole role) {
        if (platform.filter(type -> type.permissions().coversEverything()).isPresent()) {
            return platform.map(type -> new Standing(type, MembershipRole.OWNER));
        }
        return role == null ? Optional.empty() : granted.or(() -> platform).map(type -> new Standing(type, role));
    }

    /** Whether nothing in the offer exceeds what is held: compared by permissions, never by a type's name. */
    public boolean covers(UserType offeredType, MembershipRole offeredRole) {
        return userType.permissions().covers(offeredType.permissions()) && role.covers(offeredRole);
    }

    /** Whether nothing that the other holds exceeds what is held here. */
    public boolean covers(Standing other) {
        return covers(other.userType, other.role);
    }
}
