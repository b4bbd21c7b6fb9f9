package tel.ringer.warp.database;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells whether something failed because the database can't be reached or takes no work, so that it may succeed later. */
public final class DatabaseOutage {
    /**
     * No connection (class 08), no resources (53), shut down or starting (57P01 to 57P03), a standby that is no primary yet
     * (25006): PostgreSQL, appendix A.
     */
    private static final Pattern SQLSTATES = Pattern.compile("08...|53...|57P0[123]|25006");

    private DatabaseOutage() {}

    /** What the driver, or the pool that has no connection, says; empty if it is something else. */
    public static Optional<String> in(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(cause -> cause instanceof ResourceException || isFromDatabase(cause))
                .reduce((outer, inner) -> inner)
                .map(Throwable::toString);
    }

    private static boolean isFromDatabase(Throwable cause) {
        return cause instanceof SQLException failed
                && SQLSTATES.matcher(String.valueOf(failed.getSQLState())).matches();
    }
}
