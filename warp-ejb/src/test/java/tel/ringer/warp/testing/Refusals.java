package tel.ringer.warp.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** Expects a rule to say no. */
public final class Refusals {
    private Refusals() {}

    public static ProblemException refused(ProblemKind kind, String code, Executable call) {
        ProblemException problem = assertThrows(ProblemException.class, call);
        assertEquals(code, problem.code());
        assertEquals(kind, problem.kind());
        return problem;
    }
}
