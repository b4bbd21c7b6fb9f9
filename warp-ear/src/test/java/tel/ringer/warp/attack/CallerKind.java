package tel.ringer.warp.attack;

/** Who attacks. */
enum CallerKind {
    NOBODY,
    STAFF_WITHOUT_GRANTS,
    SCOPED_ADMIN,
    CUSTOMER_ADMIN,
    VIEWER,
    /** Administrator at one customer, viewer at another. */
    OF_TWO_CUSTOMERS,
    /** A company's machine, with a key that may what its administrator may. */
    API_KEY,
    DEACTIVATED,
    /** Names somebody else in a token that nobody signed. */
    FORGED_TOKEN,
    /** A viewer whose token, signed as it should be, claims more than that, or somebody else's session. */
    FORGED_CLAIMS
}
