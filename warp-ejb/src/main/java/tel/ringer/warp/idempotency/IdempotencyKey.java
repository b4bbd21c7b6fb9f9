package tel.ringer.warp.idempotency;

import java.util.regex.Pattern;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** By which a caller says that two requests are one: 1 to 255 visible ASCII characters of the caller's choice. */
public record IdempotencyKey(String value) {
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** @throws ProblemException malformed, {@code invalid_idempotency_key} */
    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new ProblemException(
                    ProblemKind.MALFORMED,
                    "invalid_idempotency_key",
                    "An Idempotency-Key has 1 to 255 visible ASCII characters.");
        }
    }

    /** Nobody knows what callers put into it. */
    @Override
    public String toString() {
        return "IdempotencyKey[hidden]";
    }
}
