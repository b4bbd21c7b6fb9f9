package tel.ringer.warp.access;

/** A person's standing among the people of a customer, lowest first: you manage people up to your own role. */
public enum MembershipRole {
    USER,
    ADMIN,
    OWNER;

    public boolean covers(MembershipRole other) {
        return compareTo(other) >= 0;
    }
}
