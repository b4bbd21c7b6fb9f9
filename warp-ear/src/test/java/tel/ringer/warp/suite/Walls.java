package tel.ringer.warp.suite;

/** Which of the three walls stand. Where the first is away, a scope is forged. */
public enum Walls {
    ALL_THREE(Scopes.DECIDED, true, true),
    FIRST_AND_SECOND(Scopes.DECIDED, true, false),
    FIRST_AND_THIRD(Scopes.DECIDED, false, true),
    SECOND_AND_THIRD_FORGED_ALL(Scopes.ALL, true, true),
    SECOND_AND_THIRD_FORGED_GRANTED(Scopes.GRANTED, true, true),
    THIRD_ALONE_FORGED_ALL(Scopes.ALL, false, true),
    THIRD_ALONE_FORGED_GRANTED(Scopes.GRANTED, false, true),
    SECOND_ALONE_FORGED_GRANTED(Scopes.GRANTED, true, false),
    /** Decides what may be done, not where. */
    FIRST_ALONE(Scopes.DECIDED, false, false),
    NONE(Scopes.ALL, false, false);

    /** Where the scope of whoever is signed in comes from. */
    enum Scopes {
        DECIDED,
        /** Forged: as if the caller held everything. */
        ALL,
        /** Forged: as if each user type permitted everything. */
        GRANTED
    }

    private final Scopes scopes;
    private final boolean second;
    private final boolean third;

    Walls(Scopes scopes, boolean second, boolean third) {
        this.scopes = scopes;
        this.second = second;
        this.third = third;
    }

    Scopes scopes() {
        return scopes;
    }

    boolean first() {
        return scopes == Scopes.DECIDED;
    }

    boolean second() {
        return second;
    }

    boolean third() {
        return third;
    }
}
