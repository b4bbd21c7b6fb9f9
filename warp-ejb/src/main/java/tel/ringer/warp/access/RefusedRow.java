package tel.ringer.warp.access;

import java.util.stream.Stream;
import org.hibernate.JDBCException;

/**
 * The third wall speaks: PostgreSQL refuses a row, or a whole table, to whoever asked. Either the caller has lost their
 * right since it was decided, or WARP asked for what it never should.
 */
public final class RefusedRow {
    /** insufficient_privilege (PostgreSQL, appendix A). */
    private static final String SQLSTATE = "42501";

    private RefusedRow() {}

    /** Whether that is why it was thrown. */
    public static boolean isIn(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(JDBCException.class::isInstance)
                .anyMatch(cause -> SQLSTATE.equals(((JDBCException) cause).getSQLState()));
    }
}
