package tel.ringer.warp.access;

/** What a person holds at one customer: the user type in force there and the membership role. */
public record Standing(UserType userType, MembershipRole role) {
    /** Whether nothing in the offer exceeds what is held: compared by permissions, never by a type's name. */
    public boolean covers(UserType offeredType, MembershipRole offeredRole) {
        return userType.permissions().covers(offeredType.permissions()) && role.covers(offeredRole);
    }

    /** Whether nothing that the other holds exceeds what is held here. */
    public boolean covers(Standing other) {
        return covers(other.userType, other.role);
    }
}
