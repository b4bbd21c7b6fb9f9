package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.customer.Customer;
import tel.ringer.warp.customer.CustomerQuery;
import tel.ringer.warp.customer.CustomerSort;
import tel.ringer.warp.customer.Customers;
import tel.ringer.warp.invitation.InvitationUpkeep;
import tel.ringer.warp.paging.Page;
import tel.ringer.warp.paging.PageRequest;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** Runs inside the server: each wall with the others away, and what the timers call. */
@ExtendWith(ArquillianExtension.class)
class InsideIT {
    private static final String TENANT_TABLES =
            """
            select string_agg(c.oid::regclass::text, ',') from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relkind in ('r', 'p') and not c.relispartition and a.attname = 'customer_id' and not a.attisdropped""";
    private static final CustomerQuery ALL = searching(Optional.empty());

    @Inject
    private Unwalled unwalled;

    @Inject
    private Customers customers;

    @Inject
    private InvitationUpkeep upkeep;

    private final UUID own = UUID.randomUUID();
    private final UUID foreign = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();

    @BeforeEach
    void twoCompaniesAndAPersonOfOne() throws SQLException {
        for (UUID customer : List.of(own, foreign)) {
            OwnerConnection.execute(
                    "insert into accounts.customers (id, ban, company_name, customer_type, status) values ('" + customer
                            + "', 'I-' || upper(left('" + customer + "', 8)), 'Inside', 'POSTPAID', 'ACTIVE')");
        }
        OwnerConnection.execute(
                "insert into auth.users (id, email, email_normalised, display_name, status, created_at) values ('"
                        + user + "', '" + user + "@x.example', '" + user + "@x.example', 'Inside', 'ACTIVE', now())");
        OwnerConnection.execute(
                "insert into auth.user_customer_access (customer_id, user_id, user_type_id, role, granted_at) select '"
                        + own + "', '" + user
                        + "', id, 'USER', now() from auth.user_types where name = 'customer_admin'");
        invitation(foreign, "now() + interval '1 day'", null);
        invitation(own, "now() + interval '1 day'", null);
    }

    private String invitation(UUID customer, String expiresAt, @Nullable String closedAt) throws SQLException {
        String id = UUID.randomUUID().toString();
        OwnerConnection.execute(
                "insert into auth.user_invitations (id, customer_id, email, email_normalised, user_type_id, role, status,"
                        + " delivery_status, invited_by, invited_by_name, created_at, expires_at, valid_for_days, closed_at) select '"
                        + id + "', '" + customer + "', '" + id + "@y.example', '" + id + "@y.example', id, 'USER', "
                        + (closedAt == null ? "'PENDING'" : "'REVOKED'") + ", 'SENT', '" + user + "', 'Inside', now(), "
                        + expiresAt
                        + ", 7, " + closedAt + " from auth.user_types where name = 'viewer'");
        return id;
    }

    private CustomerScope.Granted granted() throws SQLException {
        String types = OwnerConnection.query("select string_agg(id::text, ',') from auth.user_types");
        return new CustomerScope.Granted(
                new UserId(user),
                Arrays.stream(types.split(",", -1)).map(UUID::fromString).collect(Collectors.toSet()));
    }

    @Test
    void withoutAScopeTheDatabaseShowsNothing() throws SQLException {
        assertEquals(0, unwalled.countWithoutScope("accounts.customers"));
        assertEquals(0, unwalled.countWithoutScope("auth.users"));
        tenantTables().forEach(table -> assertEquals(0, unwalled.countWithoutScope(table), table));
    }

    private static List<String> tenantTables() throws SQLException {
        return List.of(OwnerConnection.query(TENANT_TABLES).split(",", -1));
    }

    @Test
    void theDatabaseAloneConfinesAPersonToTheirCustomers() throws SQLException {
        assertEquals(List.of(own), unwalled.customers(granted()));
        for (String table : tenantTables()) {
            Set<UUID> seen = Set.copyOf(unwalled.customersIn(granted(), table));
            assertTrue(Set.of(own).containsAll(seen), table);
        }
    }

    @Test
    void theDatabaseDoesNotBelieveAForgedScope() throws SQLException {
        assertEquals(List.of(), unwalled.customers(new CustomerScope.All(new UserId(user))));
        assertEquals(List.of(), unwalled.customers(new CustomerScope.System("no-such-job")));
        assertEquals(List.of(), unwalled.customers(new CustomerScope.Invitation("00")));
        assertEquals(
                List.of(),
                unwalled.customers(new CustomerScope.Granted(
                        new UserId(UUID.randomUUID()), granted().userTypes())));
    }

    @Test
    void theSearchOfWhoHoldsEverythingDoesNotBelieveAForgedScopeEither() {
        CustomerScope forged = new CustomerScope.All(new UserId(user));
        for (String text : List.of("Inside", "I-" + own.toString().substring(0, 8))) {
            Page<Customer> page = customers.list(forged, searching(Optional.of(text)));
            assertEquals(List.of(), page.items());
            assertEquals(0, page.total().orElseThrow());
        }
    }

    private static CustomerQuery searching(Optional<String> text) {
        return new CustomerQuery(
                text,
                Optional.empty(),
                Optional.empty(),
                CustomerSort.BY_NAME,
                new PageRequest(200, Optional.empty(), true));
    }

    @Test
    void theDatabaseAloneRefusesToWriteIntoAForeignCustomer() throws SQLException {
        CustomerScope scope = granted();
        String values = "', 'WELCOME', gen_random_uuid(), 'QUEUED', now(), now())";
        String insert =
                "insert into notification.outbox (id, customer_id, kind, subject_id, status, next_attempt_at, created_at) values (gen_random_uuid(), '";

        assertThrows(RuntimeException.class, () -> unwalled.execute(scope, insert + foreign + values));
        assertEquals(
                0,
                unwalled.execute(
                        scope, "update auth.user_invitations set message = 'x' where customer_id = '" + foreign + "'"));
        assertThrows(
                RuntimeException.class,
                () -> unwalled.execute(
                        scope,
                        "update auth.user_invitations set customer_id = '" + foreign + "' where customer_id = '" + own
                                + "'"));
        assertThrows(
                RuntimeException.class,
                () -> unwalled.execute(
                        scope,
                        "insert into auth.user_customer_access (customer_id, user_id, role, granted_at) values ('"
                                + foreign + "', '" + user + "', 'OWNER', now())"));
    }

    @Test
    void nobodyChangesTheAudit() throws SQLException {
        CustomerScope scope = granted();

        assertThrows(RuntimeException.class, () -> unwalled.execute(scope, "update audit.events set action = 'x'"));
        assertThrows(RuntimeException.class, () -> unwalled.execute(scope, "delete from audit.events"));
    }

    @Test
    void theGuardAloneConfinesAPersonToTheirCustomers() throws SQLException {
        CustomerScope scope = granted();
        OwnerConnection.execute("alter table accounts.customers disable row level security");
        OwnerConnection.execute("alter table auth.user_customer_access disable row level security");
        try {
            assertEquals(
                    List.of(own),
                    customers.list(scope, ALL).items().stream()
                            .map(Customer::id)
                            .map(CustomerId::value)
                            .toList());
            assertEquals(1, customers.list(scope, ALL).total().orElseThrow());
            ProblemException refused =
                    assertThrows(ProblemException.class, () -> customers.get(scope, new CustomerId(foreign)));
            assertEquals(ProblemKind.NOT_FOUND, refused.kind());
        } finally {
            OwnerConnection.execute("alter table accounts.customers enable row level security");
            OwnerConnection.execute("alter table auth.user_customer_access enable row level security");
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void aUseCaseWithoutAScopeIsAnError() {
        assertThrows(RuntimeException.class, () -> customers.list(null, ALL));
    }

    @Test
    void overdueInvitationsExpireAndOldOnesAreRemoved() throws SQLException {
        String overdue = invitation(own, "now() - interval '1 minute'", null);
        String pending = invitation(own, "now() + interval '1 day'", null);
        String old = invitation(own, "now()", "now() - interval '91 days'");
        String recent = invitation(own, "now()", "now() - interval '89 days'");
        String mailOfOld = mail(old);
        String mailOfRecent = mail(recent);

        upkeep.expireOverdue(new CustomerScope.System("invitation-expiry"));
        upkeep.removeOld(new CustomerScope.System("invitation-cleanup"));

        String status = "select status from auth.user_invitations where id = '";
        assertEquals("EXPIRED", OwnerConnection.query(status + overdue + "'"));
        assertEquals("PENDING", OwnerConnection.query(status + pending + "'"));
        assertEquals("none", OwnerConnection.query(status + old + "'"));
        assertEquals("REVOKED", OwnerConnection.query(status + recent + "'"));
        assertEquals(
                "1",
                OwnerConnection.query(
                        "select count(*) from audit.events where action = 'invitation.removed' and subject_id = '" + old
                                + "'"));
        String mail = "select id from notification.outbox where id = '";
        assertEquals("none", OwnerConnection.query(mail + mailOfOld + "'"));
        assertEquals(mailOfRecent, OwnerConnection.query(mail + mailOfRecent + "'"));
        assertEquals(
                "0",
                OwnerConnection.query(
                        "select count(*) from notification.mail_events where mail_id = '" + mailOfOld + "'"));
    }

    /** That came back. */
    private static String mail(String invitation) throws SQLException {
        String id = UUID.randomUUID().toString();
        OwnerConnection.execute(
                """
                insert into notification.outbox (id, customer_id, kind, subject_id, status, next_attempt_at, created_at, finished_at)
                select '%s', customer_id, 'INVITATION', id, 'BOUNCED', now(), now(), now() from auth.user_invitations
                where id = '%s'"""
                        .formatted(id, invitation));
        OwnerConnection.execute(
                """
                insert into notification.mail_events (id, customer_id, mail_id, kind, happened_at, recorded_at)
                select gen_random_uuid(), customer_id, id, 'BOUNCED', now(), now() from notification.outbox
                where id = '%s'"""
                        .formatted(id));
        return id;
    }
}
