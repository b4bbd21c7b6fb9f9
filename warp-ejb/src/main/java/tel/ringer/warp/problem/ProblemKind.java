package tel.ringer.warp.problem;

/** What went wrong, in the ways a caller can act on. */
public enum ProblemKind {
    /** The request can't be understood. */
    MALFORMED,
    /** The request can be understood but not obeyed as it is; change it. */
    INVALID,
    /** Nobody is known to be asking; sign in. */
    UNAUTHENTICATED,
    /** The caller may never do this. */
    FORBIDDEN,
    /** Unknown, or out of the caller's reach: never told apart. */
    NOT_FOUND,
    /** The state of the thing does not allow it now. */
    CONFLICT,
    /** What the caller changes is no longer what they have read. */
    OUTDATED,
    /** The caller must say what they have read before they change it. */
    UNCONDITIONAL,
    /** It was there and will not be again. */
    GONE,
    /** More than is taken at once. */
    TOO_LARGE,
    /** Too often; later. */
    TOO_MANY,
    /** A part that is needed does not answer; later. */
    UNAVAILABLE
}
