package tel.ringer.warp.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.runner.LocalDatabase;

/** With a database login that row-level security does not bind, WARP does not start. */
class StartUpIT {
    private static final String LOGIN = "start_up_login";
    private static final String PASSWORD = "of-no-use";

    @BeforeEach
    void createRoles() throws Exception {
        dropRoles();
        asSuperuser(
                "create role start_up_past_row_security nologin bypassrls",
                "create role " + LOGIN + " login nobypassrls password '" + PASSWORD
                        + "' in role warp_app, start_up_past_row_security");
    }

    @AfterEach
    void dropRoles() throws Exception {
        asSuperuser("drop role if exists " + LOGIN, "drop role if exists start_up_past_row_security");
    }

    /** What a role may switch to counts as its own. */
    @Test
    void aLoginThatCanBypassRowLevelSecurityIsRefused() throws Exception {
        assertRefused(LOGIN, PASSWORD, "has BYPASSRLS");
    }

    @Test
    void aLoginThatOwnsTheTablesIsRefused() throws Exception {
        assertRefused(
                LocalDatabase.OWNER,
                PartsForTests.database().password(LocalDatabase.OWNER),
                "owns \\d+ of WARP's tables");
    }

    private static void assertRefused(String user, String password, String danger) throws Exception {
        try (Place place = Place.fresh();
                RunnerProcess runner = RunnerProcess.start(place.folder(), settings(place, user, password))) {
            assertNotEquals(0, runner.awaitEnd());
            assertTrue(
                    runner.says("WARP does not start: its database login " + user + " " + danger
                            + ", so row-level security would not hold\\."),
                    runner.output());
            assertEquals(
                    List.of(
                            "The server ended with status 1 before the application was ready; its log above tells why."),
                    runner.ownLines().subList(1, runner.ownLines().size()));
        }
    }

    private static Map<String, String> settings(Place place, String user, String password) throws Exception {
        Map<String, String> settings = new HashMap<>(place.ports());
        settings.putAll(PartsForTests.database().environment());
        settings.put("WARP_DB_USER", user);
        settings.put("WARP_DB_PASSWORD", password);
        return settings;
    }

    private static void asSuperuser(String... commands) throws Exception {
        try (Connection connection = PartsForTests.database().connectAsSuperuser(LocalDatabase.NAME);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
