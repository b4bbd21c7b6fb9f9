package tel.ringer.warp.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.runner.LocalDatabase;

/** The report is green after the migrations, red for each flaw alone, and green again when it is mended. */
@Timeout(60)
class IsolationReportFunctionIT {
    private static final String REASONS =
            """
            select name || ': ' || reason from (
              select name, reasons from isolation.tables() union all
              select name, reasons from isolation.views() union all
              select name, reasons from isolation.functions() union all
              select name, reasons from isolation.login_role()) as inspected, unnest(reasons) as reason
            order by 1
            """;

    /** Something to be seen, and a partitioned table that is confined as it should be. */
    private static final String SCENE =
            """
            insert into accounts.customers (id, ban, company_name, customer_type, status)
              values ('00000000-0000-4000-8000-000000000001', 'WALL-1', 'Wall', 'POSTPAID', 'ACTIVE');
            insert into auth.users (id, email, email_normalised, display_name, status, created_at)
              values ('00000000-0000-4000-8000-000000000002', 'a@b.example', 'a@b.example', 'A', 'ACTIVE', now());
            create table accounts.calls (customer_id uuid not null, began_at timestamptz not null default now())
              partition by range (began_at);
            create index on accounts.calls (customer_id);
            create table accounts.calls_ever partition of accounts.calls default;
            alter table accounts.calls enable row level security;
            alter table accounts.calls force row level security;
            alter table accounts.calls_ever enable row level security;
            alter table accounts.calls_ever force row level security;
            grant select, insert on accounts.calls to warp_app;
            create policy caller_reads on accounts.calls for select to warp_app using (
              exists (select from auth.caller_customers c where c.customer_id = calls.customer_id));
            """;

    @SuppressWarnings("NullAway.Init")
    private static FreshDatabase database;

    @BeforeAll
    static void migrateAndFill() throws Exception {
        database = FreshDatabase.create();
        database.migrations().update();
        database.execute(SCENE);
    }

    @AfterAll
    static void drop() throws Exception {
        database.close();
    }

    /** What is done, how it is undone, and each reason that the report then gives. */
    static Stream<Arguments> flaws() {
        return Stream.of(
                Arguments.of(
                        "create table accounts.things (customer_id uuid not null)",
                        "drop table accounts.things",
                        List.of(
                                "accounts.things: no index leads with customer_id",
                                "accounts.things: no policy for warp_app",
                                "accounts.things: row-level security is not forced",
                                "accounts.things: row-level security is off")),
                Arguments.of(
                        "alter table notification.outbox no force row level security",
                        "alter table notification.outbox force row level security",
                        List.of("notification.outbox: row-level security is not forced")),
                Arguments.of(
                        "alter table accounts.customers disable row level security",
                        "alter table accounts.customers enable row level security",
                        List.of(
                                "accounts.customers: a stranger sees 1 rows",
                                "accounts.customers: an insert by a stranger was let through, then 23502",
                                "accounts.customers: an insert with unset settings was let through, then 23502",
                                "accounts.customers: row-level security is off",
                                "accounts.customers: unset settings see 1 rows")),
                Arguments.of(
                        "create policy open on auth.users for select to warp_app using (true)",
                        "drop policy open on auth.users",
                        List.of(
                                "auth.users: a stranger sees 1 rows",
                                "auth.users: policy open asks for neither row nor caller",
                                "auth.users: unset settings see 1 rows")),
                Arguments.of(
                        "create policy open on auth.user_invitations for delete to warp_app using (1 = 1)",
                        "drop policy open on auth.user_invitations",
                        List.of("auth.user_invitations: policy open asks for neither row nor caller")),
                Arguments.of(
                        "create policy open on notification.outbox for insert to warp_app with check (customer_id is not null)",
                        "drop policy open on notification.outbox",
                        List.of(
                                "notification.outbox: an insert by a stranger was let through, then 23502",
                                "notification.outbox: an insert with unset settings was let through, then 23502")),
                Arguments.of(
                        "create policy shared on auth.user_customer_access for select using (customer_id is null)",
                        "drop policy shared on auth.user_customer_access",
                        List.of("auth.user_customer_access: policy shared is for everybody")),
                Arguments.of(
                        "drop index notification.outbox_of_customer",
                        "create index outbox_of_customer on notification.outbox (customer_id, created_at)",
                        List.of("notification.outbox: no index leads with customer_id")),
                Arguments.of(
                        "grant truncate on audit.events to warp_app",
                        "revoke truncate on audit.events from warp_app",
                        List.of("audit.events: warp_app holds TRUNCATE, which no policy confines")),
                Arguments.of(
                        "grant select on accounts.calls_ever to warp_app",
                        "revoke select on accounts.calls_ever from warp_app",
                        List.of("accounts.calls: partition accounts.calls_ever is open to warp_app")),
                Arguments.of(
                        "alter table accounts.calls_ever no force row level security",
                        "alter table accounts.calls_ever force row level security",
                        List.of("accounts.calls: partition accounts.calls_ever does not force row-level security")),
                Arguments.of(
                        "create view auth.people as select u.id from auth.users u where false;"
                                + " grant select on auth.people to warp_app",
                        "drop view auth.people",
                        List.of("auth.people: is no security barrier")),
                Arguments.of(
                        "create view auth.people with (security_barrier) as select u.id from auth.users u;"
                                + " grant select on auth.people to warp_app",
                        "drop view auth.people",
                        List.of("auth.people: a stranger sees 1 rows", "auth.people: unset settings see 1 rows")),
                Arguments.of(
                        "create function auth.anything() returns bigint language sql security definer"
                                + " as 'select count(*) from auth.users'",
                        "drop function auth.anything()",
                        List.of("auth.anything(): its search_path is not fixed")));
    }

    @Test
    void afterTheMigrationsTheReportIsGreen() throws Exception {
        assertEquals(List.of(), reasons());
        assertTrue(namesOf("isolation.tables()")
                .containsAll(List.of(
                        "accounts.calls",
                        "accounts.customers",
                        "audit.events",
                        "auth.user_customer_access",
                        "auth.user_invitation_tokens",
                        "auth.user_invitations",
                        "auth.users",
                        "notification.mail_events",
                        "notification.outbox")));
        assertTrue(namesOf("isolation.views()").contains("auth.caller_customers"));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void aFlawTurnsTheReportRedUntilItIsMended(String flaw, String mending, List<String> expected) throws Exception {
        database.execute(flaw);
        try {
            assertEquals(expected, reasons());
        } finally {
            database.execute(mending);
        }
        assertEquals(List.of(), reasons());
    }

    @Test
    void aSuperuserIsTold() throws Exception {
        try (Connection superuser = PartsForTests.database().connectAsSuperuser(database.name())) {
            assertTrue(reasons(superuser).contains("postgres: is a superuser"));
        }
    }

    @Test
    void aLoginThatBypassesRowSecurityIsTold() throws Exception {
        assertEquals(List.of("has BYPASSRLS"), dangersOfALogin("bypassrls in role warp_app"));
    }

    @Test
    void aLoginThatCanActAsTheOwnerIsTold() throws Exception {
        assertTrue(dangersOfALogin("in role warp_app, warp_owner").stream()
                .anyMatch(danger -> danger.matches("can act as warp_owner, which owns \\d+ tenant tables")));
    }

    @Test
    void askingLeavesNothingBehind() throws Exception {
        try (Connection application = database.connectAs(LocalDatabase.APPLICATION)) {
            application.setAutoCommit(false);
            FreshDatabase.query(application, "select set_config('warp.job', 'mail-delivery', true)");
            FreshDatabase.query(application, "select name from isolation.tables()");
            assertEquals(
                    List.of("-mail-delivery"),
                    FreshDatabase.query(
                            application,
                            "select current_setting('warp.user_id', true) || '-' || current_setting('warp.job', true)"));
            application.commit();
        }
        assertEquals(List.of("1"), database.query("select count(*) from accounts.customers"));
    }

    /** What is said of a role that is made for the question. */
    private static List<String> dangersOfALogin(String attributes) throws Exception {
        String role = "report_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection superuser = PartsForTests.database().connectAsSuperuser(database.name());
                Statement statement = superuser.createStatement()) {
            statement.execute("create role %s login password '%s' %s".formatted(role, role, attributes));
            String url = "jdbc:postgresql://localhost:%d/%s"
                    .formatted(PartsForTests.database().port(), database.name());
            try (Connection login = DriverManager.getConnection(url, role, role)) {
                return FreshDatabase.query(login, "select unnest(reasons) from isolation.login_role()");
            } finally {
                statement.execute("drop role " + role);
            }
        }
    }

    private static List<String> namesOf(String inspected) throws SQLException {
        try (Connection application = database.connectAs(LocalDatabase.APPLICATION)) {
            return FreshDatabase.query(application, "select name from " + inspected);
        }
    }

    private static List<String> reasons() throws SQLException {
        try (Connection application = database.connectAs(LocalDatabase.APPLICATION)) {
            return reasons(application);
        }
    }

    private static List<String> reasons(Connection login) throws SQLException {
        return FreshDatabase.query(login, REASONS);
    }
}
