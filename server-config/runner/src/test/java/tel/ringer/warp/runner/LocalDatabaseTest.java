package tel.ringer.warp.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path directory;

    @Test
    void keepsDataBetweenRunsAndGivesNobodySpecialRights() throws Exception {
        try (LocalDatabase first = LocalDatabase.start(directory, 0)) {
            run(first, "create schema shop create table orders (id int)");
            run(first, "insert into shop.orders values (42)");
            assertRolesAreOrdinary(first);
            assertPasswordsCount(first);
        }
        try (LocalDatabase second = LocalDatabase.start(directory, 0)) {
            assertEquals("42", query(second, "select id from shop.orders"));
            assertRolesAreOrdinary(second);
        }
    }

    @Test
    void aServerThatOutlivedItsRunnerIsReplaced() throws Exception {
        LocalDatabase forgotten = LocalDatabase.start(directory, 0);
        run(forgotten, "create table kept ()");

        LocalDatabase.stopLeftOver(directory);

        assertThrows(SQLException.class, () -> forgotten.connectAs(LocalDatabase.OWNER));
        forgotten.close();
        try (LocalDatabase next = LocalDatabase.start(directory, forgotten.port())) {
            assertEquals("0", query(next, "select count(*) from kept"));
        }
    }

    private static void assertRolesAreOrdinary(LocalDatabase database) throws Exception {
        assertEquals(
                "warp_app:ffff,warp_owner:ffff",
                query(
                        database,
                        """
                        select string_agg(rolname || ':' || rolsuper::text::char || rolbypassrls::text::char
                                          || rolcreaterole::text::char || rolcreatedb::text::char, ',' order by rolname)
                        from pg_roles where rolname like 'warp%'
                        """));
        assertEquals(
                "warp_owner",
                query(database, "select pg_get_userbyid(datdba) from pg_database where datname = 'warp'"));
        assertEquals(
                "citext,pg_trgm,pgcrypto",
                query(
                        database,
                        "select string_agg(extname, ',' order by extname) from pg_extension where extname <> 'plpgsql'"));
        assertEquals("f", query(database, "select has_schema_privilege('warp_app', 'public', 'usage')"));
    }

    private static void assertPasswordsCount(LocalDatabase database) {
        assertThrows(SQLException.class, () -> DriverManager.getConnection(database.url(), "postgres", "a guess")
                .close());
    }

    private static void run(LocalDatabase database, String command) throws Exception {
        try (Connection connection = database.connectAs(LocalDatabase.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String query(LocalDatabase database, String query) throws Exception {
        try (Connection connection = database.connectAs(LocalDatabase.OWNER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
