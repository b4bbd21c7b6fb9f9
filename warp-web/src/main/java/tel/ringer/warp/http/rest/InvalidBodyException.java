package tel.ringer.warp.http.rest;

import java.util.List;
import java.util.Map;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** A body that can be read but does not hold what it should. */
public class InvalidBodyException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public InvalidBodyException(List<FieldError> errors) {
        super(ProblemKind.INVALID, "invalid_body", "The body does not fit this operation.", Map.of("errors", errors));
    }
}
