package tel.ringer.warp.dashboard;

import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.JDBCException;

/** Tells a part that can't be read from a database that is not there. */
final class PartFailure {
    private PartFailure() {}

    /** Whether the database refused a statement; else it would refuse each part too, one time-out after the other. */
    static boolean isOfAStatement(Exception failure) {
        return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .filter(JDBCException.class::isInstance)
                .map(JDBCException.class::cast)
                .findFirst()
                .flatMap(refusal -> Optional.ofNullable(refusal.getSQLState()))
                .filter(state -> !state.startsWith("08") && !state.startsWith("53") && !state.startsWith("57P"))
                .isPresent();
    }
}
