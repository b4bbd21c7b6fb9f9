package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.ScopedTransaction;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;
import tel.ringer.warp.audit.AuditUpkeep;
import tel.ringer.warp.audit.Chains;
import tel.ringer.warp.audit.EventFilter;
import tel.ringer.warp.audit.EventQuery;
import tel.ringer.warp.audit.RecordedEvent;
import tel.ringer.warp.audit.RecordedEvents;
import tel.ringer.warp.invitation.InvitationUpkeep;
import tel.ringer.warp.paging.PageRequest;
import tel.ringer.warp.problem.ProblemException;

/** Runs inside the server: the audit log with other walls away, and the order in which chains are written. */
@ExtendWith(ArquillianExtension.class)
class AuditInsideIT {
    private static final EventFilter ALL = new EventFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @Inject
    private RecordedEvents events;

    @Inject
    private Chains chains;

    @Inject
    private AuditUpkeep upkeep;

    @Inject
    private InvitationUpkeep invitations;

    @Inject
    private AuditLog log;

    @Inject
    private ScopedTransaction scoped;

    @Resource
    private UserTransaction transaction;

    private final UUID own = UUID.fromString("0fffffff-ffff-4fff-8fff-" + tail());
    private final UUID foreign = UUID.fromString("f0000000-0000-4000-8000-" + tail());
    private final UserId user = new UserId(UUID.randomUUID());

    private static String tail() {
        return UUID.randomUUID().toString().substring(24);
    }

    @BeforeEach
    void aPersonOfOneOfTwoCustomersWithEvents() throws SQLException {
        for (UUID customer : List.of(own, foreign)) {
            OwnerConnection.execute(
                    "insert into accounts.customers (id, ban, company_name, customer_type, status) values ('" + customer
                            + "', 'A-' || upper(right('" + customer + "', 10)), 'Inside', 'POSTPAID', 'ACTIVE')");
            OwnerConnection.execute("insert into audit.events (customer_id, actor, action, subject_type) values ('"
                    + customer + "', 'test', 'thing.happened', 'thing')");
        }
        OwnerConnection.execute(
                "insert into auth.users (id, email, email_normalised, display_name, status, created_at) values ('"
                        + user + "', '" + user + "@x.example', '" + user + "@x.example', 'Inside', 'ACTIVE', now())");
        OwnerConnection.execute(
                "insert into auth.user_customer_access (customer_id, user_id, user_type_id, role, granted_at) select '"
                        + own + "', '" + user
                        + "', id, 'USER', now() from auth.user_types where name = 'customer_admin'");
    }

    @AfterEach
    void noTransactionIsLeft() throws Exception {
        if (transaction.getStatus() != jakarta.transaction.Status.STATUS_NO_TRANSACTION) {
            transaction.rollback();
        }
    }

    private CustomerScope.Granted granted() throws SQLException {
        String types = OwnerConnection.query("select string_agg(id::text, ',') from auth.user_types");
        return new CustomerScope.Granted(
                user, Arrays.stream(types.split(",", -1)).map(UUID::fromString).collect(Collectors.toSet()));
    }

    private static AuditEvent event(Optional<UUID> customer, Optional<UUID> actor) {
        return new AuditEvent(
                customer.map(CustomerId::new),
                actor.map(UserId::new),
                "test",
                "thing.happened",
                "thing",
                UUID.randomUUID(),
                Map.of());
    }

    @Test
    void theGuardAloneConfinesAPersonToTheEventsOfTheirCustomers() throws SQLException {
        CustomerScope scope = granted();
        OwnerConnection.execute("alter table audit.events disable row level security");
        OwnerConnection.execute("alter table audit.chains disable row level security");
        try {
            assertEquals(
                    Set.of(own),
                    events
                            .list(scope, new EventQuery(ALL, new PageRequest(200, Optional.empty(), true)))
                            .items()
                            .stream()
                            .map(AuditInsideIT::customerOf)
                            .collect(Collectors.toSet()));
            assertEquals(
                    Set.of(own),
                    events.following(scope, ALL, PageRequest.step(Optional.empty())).items().stream()
                            .map(AuditInsideIT::customerOf)
                            .collect(Collectors.toSet()));
            assertThrows(ProblemException.class, () -> chains.verify(scope, new CustomerId(foreign)));
            assertThrows(ProblemException.class, () -> chains.verifyWithoutCustomer(scope));
            assertTrue(chains.verify(scope, new CustomerId(own)).isIntact());
        } finally {
            OwnerConnection.execute("alter table audit.events enable row level security");
            OwnerConnection.execute("alter table audit.chains enable row level security");
        }
    }

    private static UUID customerOf(RecordedEvent event) {
        return event.customer().orElseThrow().value();
    }

    @Test
    void theDatabaseDoesNotBelieveAForgedScope() {
        CustomerScope forged = new CustomerScope.All(new UserId(UUID.randomUUID()));

        assertEquals(
                List.of(),
                events.following(forged, ALL, PageRequest.step(Optional.empty()))
                        .items());
        assertEquals(0, chains.verifyWithoutCustomer(forged).chains());
        assertThrows(ProblemException.class, () -> chains.verify(forged, new CustomerId(own)));
    }

    @Test
    void withoutCustomerComesFirstThenCustomersInTheirOrder() throws Exception {
        begin();
        log.record(event(Optional.empty(), Optional.empty()));
        log.record(event(Optional.empty(), Optional.of(UUID.randomUUID())));
        log.record(event(Optional.of(own), Optional.empty()));
        log.record(event(Optional.of(own), Optional.empty()));
        log.record(event(Optional.of(foreign), Optional.empty()));
        transaction.commit();

        assertEquals("3", OwnerConnection.query("select sequence from audit.chains where customer_id = '" + own + "'"));
    }

    @Test
    void customersInAnotherOrderAreRefused() throws Exception {
        begin();
        log.record(event(Optional.of(foreign), Optional.empty()));

        assertThrows(IllegalStateException.class, () -> log.record(event(Optional.of(own), Optional.empty())));
    }

    @Test
    void whatConcernsNoCustomerIsRefusedAfterWhatDoes() throws Exception {
        begin();
        log.record(event(Optional.of(own), Optional.empty()));

        assertThrows(
                IllegalStateException.class, () -> log.record(event(Optional.empty(), Optional.of(UUID.randomUUID()))));
    }

    @Test
    void outsideATransactionNothingIsRecorded() {
        assertThrows(RuntimeException.class, () -> log.record(event(Optional.empty(), Optional.empty())));
    }

    @Test
    void aBatchOfSeveralCustomersIsWrittenInTheirOrder() throws SQLException {
        overdue(foreign, 2);
        overdue(own, 1);

        invitations.expireOverdue(new CustomerScope.System("invitation-expiry"));

        for (UUID customer : List.of(own, foreign)) {
            assertEquals(
                    "invitation.expired",
                    OwnerConnection.query(
                            "select action from audit.events where customer_id = '" + customer + "' and sequence = 2"));
        }
    }

    private void overdue(UUID customer, int hours) throws SQLException {
        OwnerConnection.execute(
                "insert into auth.user_invitations (id, customer_id, email, email_normalised, user_type_id, role, status,"
                        + " delivery_status, invited_by, invited_by_name, created_at, expires_at, valid_for_days) select"
                        + " gen_random_uuid(), '" + customer + "', 'a@y.example', 'a@y.example', id, 'USER', 'PENDING',"
                        + " 'SENT', '" + user + "', 'Inside', now(), now() - interval '" + hours
                        + " hours', 7 from auth.user_types where name = 'viewer'");
    }

    private void begin() throws Exception {
        transaction.begin();
        scoped.bind(new CustomerScope.System("mail-delivery"));
    }

    @Test
    void theTimersJobMakesWhatIsMissing() throws SQLException {
        String month = OwnerConnection.query("select to_char(now() + interval '11 months', 'YYYY_MM')");
        OwnerConnection.execute("drop table audit.events_" + month);

        assertEquals(1, upkeep.makePartitions(new CustomerScope.System("audit-partitions")));
        assertEquals(0, upkeep.makePartitions(new CustomerScope.System("audit-partitions")));
    }
}
