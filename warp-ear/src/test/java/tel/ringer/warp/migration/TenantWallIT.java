package tel.ringer.warp.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.runner.LocalDatabase;

/** What holds in a migrated database whatever the application does. */
@Timeout(60)
class TenantWallIT {
    private static final String PERMISSION_DENIED = "42501";

    /** A table that says whose its rows are; customers are their own. */
    private static final String TENANT_TABLES =
            """
            select c.oid::regclass as name, c.* from pg_class c
            where c.relkind in ('r', 'p') and not c.relispartition and (c.oid = 'accounts.customers'::regclass or exists (
              select from pg_attribute a where a.attrelid = c.oid and a.attname = 'customer_id' and not a.attisdropped))
            """;

    private static final String ONE_ROW_EACH =
            """
            insert into accounts.customers (id, ban, company_name, customer_type, status)
              values ('00000000-0000-4000-8000-000000000001', 'WALL-1', 'Wall', 'POSTPAID', 'ACTIVE');
            insert into auth.users (id, email, email_normalised, display_name, status, created_at)
              values ('00000000-0000-4000-8000-000000000002', 'a@b.example', 'a@b.example', 'A', 'ACTIVE', now());
            insert into auth.user_customer_access (customer_id, user_id, user_type_id, role, granted_at)
              select c.id, u.id, t.id, 'OWNER', now() from accounts.customers c, auth.users u, auth.user_types t
              where t.name = 'viewer';
            insert into auth.user_invitations (id, customer_id, email, email_normalised, user_type_id, role, status,
                delivery_status, invited_by, invited_by_name, created_at, expires_at, valid_for_days)
              select '00000000-0000-4000-8000-000000000003', customer_id, 'c@d.example', 'c@d.example', user_type_id,
                'USER', 'PENDING', 'SENT', user_id, 'A', now(), now() + interval '7 days', 7 from auth.user_customer_access;
            insert into auth.invitation_batches (id, customer_id, uploaded_by, uploaded_by_name, status, row_count, created_at)
              select '00000000-0000-4000-8000-000000000006', customer_id, user_id, 'A', 'QUEUED', 1, now()
              from auth.user_customer_access;
            insert into auth.invitation_batch_rows (customer_id, batch_id, row_number, email, user_type, role, message,
                expires_in_days)
              select customer_id, id, 1, 'e@f.example', 'viewer', 'USER', '', '' from auth.invitation_batches;
            insert into auth.user_invitation_tokens (token_hash, customer_id, invitation_id, link_generation, minted_at)
              select sha256('token'), customer_id, id, 1, now() from auth.user_invitations;
            insert into notification.outbox (id, customer_id, kind, subject_id, status, next_attempt_at, created_at)
              select '00000000-0000-4000-8000-000000000004', customer_id, 'INVITATION', id, 'QUEUED', now(), now()
              from auth.user_invitations;
            insert into notification.mail_events (id, customer_id, mail_id, kind, happened_at, recorded_at)
              select '00000000-0000-4000-8000-000000000006', customer_id, id, 'SENT', now(), now()
              from notification.outbox;
            insert into audit.events (customer_id, actor, action, subject_type)
              select id, 'test', 'test', 'test' from accounts.customers;
            insert into audit.personal_values (token, customer_id, about, month, value, salt)
              select 'personal:wall', id, '00000000-0000-4000-8000-000000000002', '2026-01-01', 'A', id
              from accounts.customers;
            insert into auth.api_keys (id, customer_id, name, prefix, secret_hash, created_at, created_by, created_by_name,
                expires_at)
              select '00000000-0000-4000-8000-000000000005', customer_id, 'Key', 'wk_000000000000', sha256('key'), now(),
                user_id, 'A', now() + interval '1 day' from auth.user_customer_access;
            insert into auth.user_customer_access (customer_id, user_id, user_type_id, role, granted_at)
              select g.customer_id, k.id, g.user_type_id, 'USER', now() from auth.user_customer_access g, auth.api_keys k;
            insert into auth.invitation_settings (customer_id, default_days, longest_days, pending_limit)
              select id, 7, 30, 500 from accounts.customers;
            insert into accounts.customer_notes (id, customer_id, kind, text, author_id, author_name, created_at, updated_at)
              select '00000000-0000-4000-8000-000000000007', customer_id, 'GENERAL', 'Text', invited_by, 'A', now(), now()
              from auth.user_invitations;
            insert into auth.idempotency_keys (customer_id, actor_id, key_hash, operation, fingerprint, used_at)
              select customer_id, invited_by, sha256('key'), 'createInvitation', sha256('body'), now()
              from auth.user_invitations;
            """;

    @SuppressWarnings("NullAway.Init")
    private static FreshDatabase database;

    @BeforeAll
    static void migrateAndFill() throws Exception {
        database = FreshDatabase.create();
        database.migrations().update();
        database.execute(ONE_ROW_EACH);
    }

    @AfterAll
    static void drop() throws Exception {
        database.close();
    }

    @Test
    void everyTenantTableForcesRowLevelSecurityAndHasAPolicyForTheApplication() throws Exception {
        assertEquals(
                List.of(),
                database.query(
                        """
                        with tenant_tables as (%s)
                        select concat_ws(' ', t.name, 'row security', t.relrowsecurity, 'forced', t.relforcerowsecurity)
                        from tenant_tables t
                        where not t.relrowsecurity or not t.relforcerowsecurity or not exists (
                          select from pg_policy p where p.polrelid = t.oid and 'warp_app'::regrole = any (p.polroles))
                        """
                                .formatted(TENANT_TABLES)));
    }

    /** The audit log is no change by itself. */
    @Test
    void everyTenantTableKeepsWhatBelongsToASuspendedCustomer() throws Exception {
        assertEquals(
                List.of(),
                database.query(
                        """
                        select t.name::text from (%s) t where t.relnamespace <> 'audit'::regnamespace and not exists (
                          select from pg_trigger g where g.tgrelid = t.oid and g.tgname = 'keep_suspended_customer'
                            and g.tgenabled = 'O' and g.tgfoid = 'auth.keep_suspended_customer'::regproc
                            and (t.name = 'accounts.customers'::regclass or g.tgtype & 28 = 28))
                        """
                                .formatted(TENANT_TABLES)));
    }

    @Test
    void theOwnerHasFilledEveryTenantTable() throws Exception {
        try (Connection owner = database.connectAs(LocalDatabase.OWNER)) {
            assertEquals(tenantTables(), tablesWithVisibleRows(owner));
        }
    }

    @Test
    void theApplicationSeesNoRowBeforeItSaysForWhom() throws Exception {
        try (Connection application = database.connectAs(LocalDatabase.APPLICATION)) {
            assertEquals(List.of(), tablesWithVisibleRows(application));
        }
    }

    @Test
    void theApplicationSeesNoRowThroughSettingsThatAnEarlierTransactionLeftEmpty() throws Exception {
        try (Connection application = database.connectAs(LocalDatabase.APPLICATION)) {
            application.setAutoCommit(false);
            for (String setting : List.of("user_id", "user_types", "invitation_token", "job", "api_key")) {
                FreshDatabase.query(application, "select set_config('warp.%s', '', true)".formatted(setting));
            }
            application.commit();
            assertEquals(List.of(), tablesWithVisibleRows(application));
        }
    }

    @Test
    void aSettingOfTheCallerOpensWhatTheCallerReaches() throws Exception {
        try (Connection application = database.connectAs(LocalDatabase.APPLICATION)) {
            FreshDatabase.query(
                    application,
                    """
                    select set_config('warp.user_id', '00000000-0000-4000-8000-000000000002', false),
                           set_config('warp.user_types', (select array_agg(id)::text from auth.user_types), false)
                    """);
            assertEquals(
                    List.of(
                            "accounts.customers",
                            "audit.chains",
                            "audit.events",
                            "audit.personal_values",
                            "auth.api_keys",
                            "auth.idempotency_keys",
                            "auth.invitation_batch_rows",
                            "auth.invitation_batches",
                            "auth.invitation_settings",
                            "auth.user_customer_access",
                            "auth.user_invitations",
                            "notification.mail_events",
                            "notification.outbox"),
                    tablesWithVisibleRows(application));
        }
    }

    @Test
    void aKeyThatIsShownOpensItsOwnRowAlone() throws Exception {
        try (Connection application = database.connectAs(LocalDatabase.APPLICATION)) {
            show(application, "key");
            assertEquals(List.of("auth.api_keys"), tablesWithVisibleRows(application));
            show(application, "another");
            assertEquals(List.of(), tablesWithVisibleRows(application));
        }
    }

    private static void show(Connection application, String key) throws SQLException {
        FreshDatabase.query(
                application, "select set_config('warp.api_key', encode(sha256('%s'), 'hex'), false)".formatted(key));
    }

    /** The caller may do everything there is at the own customer, through a grant. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into accounts.customers (id, ban, company_name, customer_type, status, created_by)"
                        + " values (gen_random_uuid(), 'WALL-2', 'A', 'POSTPAID', 'ACTIVE', '00000000-0000-4000-8000-000000000002')",
                "insert into accounts.customers (id, ban, company_name, customer_type, status)"
                        + " values (gen_random_uuid(), 'WALL-3', 'A', 'POSTPAID', 'ACTIVE')",
                "insert into auth.platform_idempotency_keys (actor_id, key_hash, operation, fingerprint, used_at)"
                        + " values ('00000000-0000-4000-8000-000000000002', sha256('a'), 'a', sha256('a'), now())",
                "update accounts.customers set ban = 'WALL-4'",
                "update accounts.customers set customer_type = 'PREPAID'",
                "delete from accounts.customers"
            })
    void aRightAtACustomerNeitherCreatesOneNorChangesWhatItIs(String change) throws Exception {
        try (Connection application = database.connectAs(LocalDatabase.APPLICATION);
                Statement statement = application.createStatement()) {
            FreshDatabase.query(
                    application,
                    """
                    select set_config('warp.user_id', '00000000-0000-4000-8000-000000000002', false),
                           set_config('warp.user_types', (select array_agg(id)::text from auth.user_types), false)
                    """);
            SQLException refusal = assertThrows(SQLException.class, () -> statement.execute(change));
            assertEquals(PERMISSION_DENIED, refusal.getSQLState(), refusal.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update audit.events set action = 'other'", "delete from audit.events", "truncate audit.events"})
    void theApplicationCannotRewriteTheAuditLog(String rewrite) throws Exception {
        try (Connection application = database.connectAs(LocalDatabase.APPLICATION);
                Statement statement = application.createStatement()) {
            SQLException refusal = assertThrows(SQLException.class, () -> statement.execute(rewrite));
            assertEquals(PERMISSION_DENIED, refusal.getSQLState(), refusal.getMessage());
        }
    }

    @Test
    void theRoleOfTheApplicationIsOrdinaryAndOwnsNothing() throws Exception {
        assertEquals(
                List.of(),
                database.query(
                        """
                        select rolname || ' has a right above its own' from pg_roles
                        where pg_has_role('warp_app', oid, 'member')
                          and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
                        union all
                        select 'owns ' || pg_describe_object(classid, objid, objsubid) from pg_shdepend
                        where refobjid = 'warp_app'::regrole and deptype = 'o'
                          and dbid in (0, (select oid from pg_database where datname = current_database()))
                        """));
    }

    private static List<String> tenantTables() throws SQLException {
        return database.query("select name::text from (%s) t order by 1".formatted(TENANT_TABLES));
    }

    private static List<String> tablesWithVisibleRows(Connection connection) throws SQLException {
        List<String> seen = new ArrayList<>();
        for (String table : tenantTables()) {
            if (!FreshDatabase.query(connection, "select 1 from " + table).isEmpty()) {
                seen.add(table);
            }
        }
        return seen;
    }
}
