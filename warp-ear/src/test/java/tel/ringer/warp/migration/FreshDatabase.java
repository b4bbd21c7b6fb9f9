package tel.ringer.warp.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tel.ringer.warp.database.Migrations;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.runner.LocalDatabase;

/** A database of a test's own, empty as an administrator hands it over: it belongs to the role that migrates. */
public record FreshDatabase(String name) implements AutoCloseable {
    public static FreshDatabase create() throws IOException, SQLException {
        FreshDatabase database =
                new FreshDatabase("migration_" + UUID.randomUUID().toString().replace("-", ""));
        database.administer("create database %s owner " + LocalDatabase.OWNER);
        // An administrator may have prepared it: what is somebody else's is neither needed to be made nor taken away.
        try (Connection superuser = PartsForTests.database().connectAsSuperuser(database.name);
                Statement statement = superuser.createStatement()) {
            statement.execute("create extension pg_trgm");
        }
        return database;
    }

    /** Where a server of a test's own finds it. */
    public String url() {
        return "jdbc:postgresql://localhost:%d/%s"
                .formatted(PartsForTests.database().port(), name);
    }

    public Migrations migrations() {
        return new Migrations(() -> connectAs(LocalDatabase.OWNER));
    }

    Connection connectAs(String role) throws SQLException {
        try {
            return DriverManager.getConnection(
                    url(), role, PartsForTests.database().password(role));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the owner. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = connectAs(LocalDatabase.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of every row, as the owner. */
    public List<String> query(String sql) throws SQLException {
        try (Connection connection = connectAs(LocalDatabase.OWNER)) {
            return query(connection, sql);
        }
    }

    /** The first column of every row. */
    static List<String> query(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
        }
        return values;
    }

    @Override
    public void close() throws IOException, SQLException {
        administer("drop database %s with (force)");
    }

    private void administer(String command) throws IOException, SQLException {
        try (Connection connection = PartsForTests.database().connectAsSuperuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(command.formatted(name));
        }
    }
}
