package tel.ringer.warp.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import tel.ringer.warp.runner.LocalDatabase;

/** Connections of the owner of the tables, kept for the next statement: a new one costs more than most statements. */
final class OwnerConnections {
    private static final int ALIVE_WITHIN_SECONDS = 5;
    private static final Deque<Connection> IDLE = new ConcurrentLinkedDeque<>();

    private OwnerConnections() {}

    /** What is done with a connection that commits each statement. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** @throws IllegalStateException if the database refuses the work; its connection is not used again */
    static <T> T call(Work<T> work) {
        try {
            Connection connection = take();
            T result;
            try {
                result = work.with(connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
            IDLE.push(connection);
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection take() throws SQLException {
        for (Optional<Connection> idle = next(); idle.isPresent(); idle = next()) {
            if (idle.get().isValid(ALIVE_WITHIN_SECONDS)) {
                return idle.get();
            }
            idle.get().close();
        }
        try {
            return PartsForTests.database().connectAs(LocalDatabase.OWNER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Connection> next() {
        return Optional.ofNullable(IDLE.poll());
    }
}
