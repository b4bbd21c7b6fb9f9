package tel.ringer.warp.suite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database as the owner of the tables, for tests that run inside the server. */
final class OwnerConnection {
    private OwnerConnection() {}

    private static Connection open() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("warp.db.url", String.class),
                config.getValue("warp.db.owner-user", String.class),
                config.getValue("warp.db.owner-password", String.class));
    }

    static void execute(String sql) throws SQLException {
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    /** The first column of the first row; "none" if there is no row. */
    static String query(String sql) throws SQLException {
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "none";
        }
    }
}
