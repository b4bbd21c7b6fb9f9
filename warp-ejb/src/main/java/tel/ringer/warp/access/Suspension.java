package tel.ringer.warp.access;

import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.JDBCException;
import tel.ringer.warp.problem.ProblemException;

/**
 * At a suspended customer nobody but the operator's staff changes anything. The database refuses each row (change 0096),
 * by whatever use case it is written; this tells such a refusal from trouble.
 */
public final class Suspension {
    private static final String SQLSTATE = "WA001";

    private Suspension() {}

    /** The conflict, {@code customer_suspended}, if that is why it was thrown. */
    public static Optional<ProblemException> in(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(JDBCException.class::isInstance)
                .filter(cause -> SQLSTATE.equals(((JDBCException) cause).getSQLState()))
                .findFirst()
                .map(cause -> ProblemException.conflict(
                        "customer_suspended",
                        "This customer is suspended: its data can be read, but nothing can be changed."));
    }
}
