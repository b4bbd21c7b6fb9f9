package tel.ringer.warp.problem;

import java.util.function.LongPredicate;

/** Whoever changes something has read what it is now, so that nobody's change is lost. */
public final class Precondition {
    private Precondition() {}

    /**
     * @param expected whether the caller knows that revision
     * @throws ProblemException outdated, {@code precondition_failed}
     */
    public static void require(LongPredicate expected, long revision) {
        if (!expected.test(revision)) {
            throw new ProblemException(
                    ProblemKind.OUTDATED, "precondition_failed", "Somebody else has changed this. Read it again.");
        }
    }
}
