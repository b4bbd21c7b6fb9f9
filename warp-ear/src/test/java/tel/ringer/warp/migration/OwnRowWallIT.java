package tel.ringer.warp.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.runner.LocalDatabase;

/** What the database lets people change of themselves, and whom it lets them add, whatever the application asks for. */
class OwnRowWallIT {
    private static final String PERMISSION_DENIED = "42501";

    private static final String PEOPLE =
            """
            insert into auth.users (id, email, email_normalised, display_name, status, user_type_id, created_at)
              select ('00000000-0000-4000-8000-00000000000' || p.n)::uuid, p.n || '@b.example', p.n || '@b.example', 'A', 'ACTIVE',
                (select id from auth.user_types where name = p.type), now()
              from (values ('1', 'viewer'), ('2', 'viewer'), ('3', 'superAdmin')) p (n, type);
            """;

    private FreshDatabase database;
    private Connection application;

    @BeforeEach
    void migrate() throws Exception {
        database = FreshDatabase.create();
        database.migrations().update();
        database.execute(PEOPLE);
        application = database.connectAs(LocalDatabase.APPLICATION);
    }

    @AfterEach
    void drop() throws Exception {
        application.close();
        database.close();
    }

    private void as(int person) throws SQLException {
        FreshDatabase.query(
                application,
                "select set_config('warp.user_id', '00000000-0000-4000-8000-00000000000%d', false)".formatted(person));
    }

    private int run(String sql) throws SQLException {
        try (Statement statement = application.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private int change(int person, String what) throws SQLException {
        return run("update auth.users set " + what + " where email = '" + person + "@b.example'");
    }

    private void refused(String sql) {
        SQLException refusal = assertThrows(SQLException.class, () -> run(sql), sql);
        assertEquals(PERMISSION_DENIED, refusal.getSQLState(), refusal.getMessage());
    }

    @Test
    void peopleChangeTheirNameAndPreferencesAndNothingElse() throws Exception {
        as(1);
        assertEquals(
                1, change(1, "display_name = 'B', locale = 'en', time_zone = 'Asia/Tokyo', version = version + 1"));
        for (String what : List.of(
                "email = 'x@b.example'",
                "email_normalised = 'x@b.example'",
                "status = 'INACTIVE'",
                "user_type_id = (select id from auth.user_types where name = 'superAdmin')",
                "user_type_id = null",
                "issuer = 'i', subject = 's'",
                "created_at = now() + interval '1 day'",
                "last_sign_in_at = now()")) {
            refused("update auth.users set " + what + " where email = '1@b.example'");
        }
        assertEquals(0, change(2, "display_name = 'B'"));
        assertEquals(0, change(3, "display_name = 'B'"));
    }

    @Test
    void aSignInChangesNoPreferences() throws Exception {
        FreshDatabase.query(application, "select set_config('warp.job', 'sign-in', false)");
        refused("update auth.users set locale = 'en' where email = '1@b.example'");
        refused("update auth.users set time_zone = 'Asia/Tokyo' where email = '1@b.example'");
    }

    private static String person(String columns, String values) {
        return "insert into auth.users (id, email, email_normalised, display_name, status, created_at" + columns
                + ") values (gen_random_uuid(), 'n@b.example', 'n@b.example', 'N', 'ACTIVE', now()" + values + ")";
    }

    @Test
    void whoHoldsEverythingAddsPeopleThatNobodyHasBeenYet() throws Exception {
        String viewer = ", (select id from auth.user_types where name = 'viewer')";
        as(1);
        refused(person(", user_type_id", viewer));
        as(3);
        refused(person("", ""));
        refused(person(", user_type_id, issuer, subject", viewer + ", 'i', 's'"));
        refused(person(", user_type_id, last_sign_in_at", viewer + ", now()"));
        assertEquals(1, run(person(", user_type_id", viewer)));
    }
}
