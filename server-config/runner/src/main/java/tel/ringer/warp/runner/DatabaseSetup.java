package tel.ringer.warp.runner;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** What an administrator does once before WARP's first start; here it is done at each start and changes nothing then. */
final class DatabaseSetup {

    private static final List<String> EXTENSIONS = List.of("pg_trgm", "citext", "pgcrypto");

    private DatabaseSetup() {}

    static void createRoles(Connection connection, Map<String, String> passwords) throws SQLException {
        for (Map.Entry<String, String> role : passwords.entrySet()) {
            if (!exists(connection, "select from pg_roles where rolname = ?", role.getKey())) {
                run(connection, "create role " + role.getKey());
            }
            // The password is made of letters and digits.
            run(
                    connection,
                    """
                    alter role %s with login nosuperuser nobypassrls nocreaterole nocreatedb noreplication password '%s'
                    """
                            .formatted(role.getKey(), role.getValue()));
        }
    }

    static void createDatabase(Connection connection) throws SQLException {
        if (!exists(connection, "select from pg_database where datname = ?", LocalDatabase.NAME)) {
            run(connection, "create database " + LocalDatabase.NAME + " owner " + LocalDatabase.OWNER);
        }
    }

    static void prepareDatabase(Connection connection) throws SQLException {
        for (String extension : EXTENSIONS) {
            run(connection, "create extension if not exists " + extension);
        }
        run(connection, "revoke all on schema public from public");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
