package tel.ringer.warp.runner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Customers and people to try WARP with; adding them again changes nothing.
 *
 * @param script SQL; each line {@code -- account: ADDRESS WHO} names one who can sign in
 */
public record DemoData(String script) {

    private static final String ACCOUNT = "-- account:";

    /** The script that belongs to this version. */
    public static DemoData shipped() throws IOException {
        try (InputStream stream = DemoData.class.getResourceAsStream("demo-data.sql")) {
            if (stream == null) {
                throw new IllegalStateException("demo-data.sql is missing from the class path.");
            }
            return new DemoData(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Those who can sign in, one line each. */
    public List<String> accounts() {
        return script.lines()
                .filter(line -> line.startsWith(ACCOUNT))
                .map(line -> line.substring(ACCOUNT.length()).strip())
                .toList();
    }

    /** Adds what is missing, all or nothing. */
    public void addTo(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
        connection.commit();
    }
}
