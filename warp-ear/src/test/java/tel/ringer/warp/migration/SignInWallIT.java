package tel.ringer.warp.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.runner.LocalDatabase;

/** What the database lets happen before anybody is known, whatever the application believes. */
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class SignInWallIT {
    private static final String PERMISSION_DENIED = "42501";
    private static final String SIGN_IN = "set_config('warp.job', 'sign-in', false)";
    private static final String BEARER = "set_config('warp.invitation_token', encode(sha256('token'), 'hex'), false)";
    private static final String VIEWER = "viewer";
    private static final String EVERYTHING = "superAdmin";

    private static final String AN_INVITATION =
            """
            insert into accounts.customers (id, ban, company_name, customer_type, status)
              values ('00000000-0000-4000-8000-000000000001', 'WALL-1', 'Wall', 'POSTPAID', 'ACTIVE');
            insert into auth.users (id, email, email_normalised, display_name, status, user_type_id, issuer, subject, created_at)
              select '00000000-0000-4000-8000-000000000002', 'a@b.example', 'a@b.example', 'A', 'ACTIVE', id, 'i', 'a', now()
              from auth.user_types where name = 'viewer';
            insert into auth.user_invitations (id, customer_id, email, email_normalised, user_type_id, role, status,
                delivery_status, invited_by, invited_by_name, created_at, expires_at, valid_for_days)
              select '00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000001', 'c@d.example',
                'c@d.example', user_type_id, 'USER', 'PENDING', 'SENT', id, 'A', now(), now() + interval '7 days', 7
              from auth.users;
            insert into auth.user_invitation_tokens (token_hash, customer_id, invitation_id, link_generation, minted_at)
              select sha256('token'), customer_id, id, 1, now() from auth.user_invitations;
            """;

    private FreshDatabase database;
    private Connection application;

    @BeforeEach
    void migrate() throws Exception {
        database = FreshDatabase.create();
        database.migrations().update();
        database.execute(AN_INVITATION);
        application = database.connectAs(LocalDatabase.APPLICATION);
    }

    @AfterEach
    void drop() throws Exception {
        application.close();
        database.close();
    }

    private static String person(UUID id, String type, String status, String issuer, String subject) {
        return """
               insert into auth.users (id, email, email_normalised, display_name, status, user_type_id, issuer, subject, created_at)
               values ('%1$s', '%1$s', '%1$s', 'New', '%2$s', (select id from auth.user_types where name = '%3$s'), %4$s, %5$s, now())
               """
                .formatted(id, status, type, issuer, subject);
    }

    private static String person(UUID id, String type) {
        return person(id, type, "ACTIVE", "'i'", "'" + id + "'");
    }

    private static String claim(UUID id) {
        return "insert into auth.first_administrator (user_id) values ('" + id + "') on conflict do nothing";
    }

    private static String change(String what) {
        return "update auth.users set " + what + " where email = 'a@b.example'";
    }

    private static String giveType(String type) {
        return change("user_type_id = (select id from auth.user_types where name = '" + type + "')");
    }

    private void as(String claims) throws SQLException {
        FreshDatabase.query(application, "select " + claims);
    }

    private static int run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private int run(String sql) throws SQLException {
        return run(application, sql);
    }

    private void refused(String sql) {
        SQLException refusal = assertThrows(SQLException.class, () -> run(sql), sql);
        assertEquals(PERMISSION_DENIED, refusal.getSQLState(), refusal.getMessage());
    }

    private List<String> holders() throws SQLException {
        return database.query("select coalesce(user_id::text, 'gone') from auth.first_administrator");
    }

    @Test
    void aSignInMakesAnAccountThatReadsAndNoOther() throws Exception {
        as(SIGN_IN);
        assertEquals(1, run(person(UUID.randomUUID(), VIEWER)));
        for (String type : List.of(EVERYTHING, "admin", "customer_admin", "none at all")) {
            refused(person(UUID.randomUUID(), type));
        }
        refused(person(UUID.randomUUID(), VIEWER, "INACTIVE", "'i'", "'s'"));
        refused(person(UUID.randomUUID(), VIEWER, "ACTIVE", "null", "null"));
        refused(
                """
                insert into auth.user_customer_access (customer_id, user_id, role, granted_at)
                values ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002', 'OWNER', now())
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"set_config('warp.job', '', false)", "set_config('warp.job', 'mail-delivery', false)"})
    void nothingElseMakesAnAccount(String claims) throws Exception {
        as(claims);
        refused(person(UUID.randomUUID(), VIEWER));
        refused(claim(UUID.randomUUID()));
    }

    @Test
    void aSignInBindsAnAccountOnceAndChangesNothingElseOfIt() throws Exception {
        database.execute(change("issuer = null, subject = null"));
        as(SIGN_IN);
        assertEquals(1, run(change("issuer = 'i', subject = 's', last_sign_in_at = now(), version = version + 1")));
        for (String what : List.of(
                "issuer = 'j'",
                "subject = 't'",
                "issuer = null, subject = null",
                "email = 'other'",
                "email_normalised = 'other'",
                "display_name = 'other'",
                "status = 'INACTIVE'",
                "user_type_id = null")) {
            refused(change(what));
        }
        // What refers to the person may refuse this before the trigger does.
        assertThrows(SQLException.class, () -> run(change("id = gen_random_uuid()")));
        refused(giveType("admin"));
        refused(giveType(EVERYTHING));
    }

    @Test
    void whoAcceptsAnInvitationGetsNoPlatformType() throws Exception {
        as(BEARER);
        refused(person(UUID.randomUUID(), VIEWER));
        refused(giveType("admin"));
        refused(change("issuer = 'j'"));
        assertEquals(1, run(person(UUID.randomUUID(), "none at all")));
        assertEquals(1, run(change("last_sign_in_at = now()")));
    }

    @Test
    void theFirstAdministratorIsMadeInTheTransactionOfTheClaimAlone() throws Exception {
        UUID first = UUID.randomUUID();
        as(SIGN_IN);
        application.setAutoCommit(false);
        assertEquals(1, run(claim(first)));
        assertEquals(1, run(person(first, EVERYTHING)));
        application.commit();
        application.setAutoCommit(true);

        assertEquals(List.of(first.toString()), holders());
        UUID second = UUID.randomUUID();
        assertEquals(0, run(claim(second)));
        refused(person(second, EVERYTHING));
        refused("delete from auth.first_administrator");
        refused("update auth.first_administrator set user_id = '" + second + "'");
        refused("insert into auth.first_administrator (user_id, appointed_at) values ('" + second + "', now())");
    }

    @Test
    void anAccountThatIsThereCanBecomeTheFirstAdministrator() throws Exception {
        as(SIGN_IN);
        application.setAutoCommit(false);
        assertEquals(1, run(claim(UUID.fromString("00000000-0000-4000-8000-000000000002"))));
        assertEquals(1, run(giveType(EVERYTHING)));
        application.commit();

        assertEquals(List.of("00000000-0000-4000-8000-000000000002"), holders());
    }

    @Test
    void aClaimForOneAppointsNobodyElse() throws Exception {
        as(SIGN_IN);
        application.setAutoCommit(false);
        assertEquals(1, run(claim(UUID.randomUUID())));
        refused(giveType(EVERYTHING));
    }

    @Test
    void aClaimWithoutItsAccountIsNone() throws Exception {
        as(SIGN_IN);
        assertThrows(SQLException.class, () -> run(claim(UUID.randomUUID())));
        assertEquals(List.of(), holders());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofTwoClaimsTheSecondWaitsForTheFirst(boolean firstStays) throws Exception {
        UUID first = UUID.randomUUID();
        as(SIGN_IN);
        application.setAutoCommit(false);
        run(claim(first));
        run(person(first, EVERYTHING));
        try (Connection other = database.connectAs(LocalDatabase.APPLICATION)) {
            FreshDatabase.query(other, "select " + SIGN_IN);
            other.setAutoCommit(false);
            CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> {
                try {
                    return run(other, claim(UUID.fromString("00000000-0000-4000-8000-000000000002")));
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            if (firstStays) {
                application.commit();
            } else {
                application.rollback();
            }
            assertEquals(firstStays ? 0 : 1, second.get());
        }
    }

    @Test
    void whoeverHeldEverythingOnceIsRememberedHoweverTheyCameToIt() throws Exception {
        assertEquals(List.of(), holders());
        UUID entered = UUID.randomUUID();
        database.execute(person(entered, EVERYTHING));
        assertEquals(List.of(entered.toString()), holders());

        database.execute("delete from auth.users where id = '" + entered + "'");
        assertEquals(List.of("gone"), holders());
        as(SIGN_IN);
        assertEquals(0, run(claim(UUID.fromString("00000000-0000-4000-8000-000000000002"))));
    }

    @Test
    void whoGetsEverythingThroughTheirTypeIsRememberedToo() throws Exception {
        database.execute("insert into auth.user_type_permissions (user_type_id, http_method, resource_path)"
                + " select id, '*', '*' from auth.user_types where name = 'viewer'");
        assertEquals(List.of("00000000-0000-4000-8000-000000000002"), holders());
    }

    @Test
    void whoIsPromotedIsRememberedToo() throws Exception {
        database.execute(giveType("admin"));
        assertEquals(List.of(), holders());
        database.execute(giveType(EVERYTHING));
        assertEquals(List.of("00000000-0000-4000-8000-000000000002"), holders());
    }
}
