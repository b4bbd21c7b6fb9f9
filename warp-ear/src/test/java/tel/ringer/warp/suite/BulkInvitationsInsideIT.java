package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.invitation.BatchStatus;
import tel.ringer.warp.invitation.BulkInvitations;
import tel.ringer.warp.invitation.InvitationBatchDetails;
import tel.ringer.warp.invitation.InvitationBatchId;
import tel.ringer.warp.invitation.InvitationBatchWork;
import tel.ringer.warp.invitation.InvitationBatches;
import tel.ringer.warp.invitation.InvitationUpkeep;
import tel.ringer.warp.invitation.RowCode;
import tel.ringer.warp.invitation.UploadedRow;

/** Runs inside the server: what the timer calls, between the moments that a client sees. */
@ExtendWith(ArquillianExtension.class)
class BulkInvitationsInsideIT {
    private static final int MANY = 150;

    @Inject
    private BulkInvitations bulk;

    @Inject
    private InvitationBatches batches;

    @Inject
    private InvitationBatchWork work;

    @Inject
    private InvitationUpkeep upkeep;

    @Resource
    private UserTransaction transaction;

    private final CustomerId customer = new CustomerId(UUID.randomUUID());
    private final UserId user = new UserId(UUID.randomUUID());
    private final List<UploadedRow> file = IntStream.range(0, MANY)
            .mapToObj(i -> new UploadedRow("p" + i + "@x.example", "viewer", "USER", "", ""))
            .toList();

    @BeforeEach
    void aCompanyWithAnAdministrator() throws SQLException {
        OwnerConnection.execute(
                "insert into accounts.customers (id, ban, company_name, customer_type, status) values ('" + customer
                        + "', 'B-' || upper(left('" + customer + "', 8)), 'Bulk', 'POSTPAID', 'ACTIVE')");
        OwnerConnection.execute(
                "insert into auth.users (id, email, email_normalised, display_name, status, created_at) values ('"
                        + user + "', '" + user + "@x.example', '" + user + "@x.example', 'Bulk', 'ACTIVE', now())");
        OwnerConnection.execute(
                "insert into auth.user_customer_access (customer_id, user_id, user_type_id, role, granted_at) select '"
                        + customer + "', '" + user
                        + "', id, 'OWNER', now() from auth.user_types where name = 'customer_admin'");
    }

    private CustomerScope scope() throws SQLException {
        String type = OwnerConnection.query("select id from auth.user_types where name = 'customer_admin'");
        return new CustomerScope.Granted(user, Set.of(UUID.fromString(type)));
    }

    private InvitationBatchId upload(CustomerScope scope, List<UploadedRow> rows) {
        return bulk.upload(scope, customer, rows, Optional.empty())
                .result()
                .batch()
                .id();
    }

    private String count(String table) throws SQLException {
        return OwnerConnection.query("select count(*) from " + table + " where customer_id = '" + customer + "'");
    }

    @Test
    void whatIsCancelledInvitesNobodyElse() throws Exception {
        CustomerScope scope = scope();
        transaction.begin();
        InvitationBatchId id = upload(scope, file);
        assertTrue(work.advance(scope, customer, id, 20));
        batches.cancel(scope, id);
        transaction.commit();

        InvitationBatchDetails details = batches.get(scope, id);
        assertEquals(BatchStatus.CANCELLED, details.batch().status());
        assertEquals(Map.of(RowCode.INVITED, 20L, RowCode.CANCELLED, 130L), details.counts());
        assertEquals("20", count("auth.user_invitations"));
        assertEquals("20", count("notification.outbox"));
    }

    @Test
    void ofATransactionThatFailsNothingIsLeft() throws Exception {
        CustomerScope scope = scope();
        transaction.begin();
        InvitationBatchId id = upload(scope, file);
        work.advance(scope, customer, id, 100);
        assertEquals(100, batches.get(scope, id).batch().processed());
        transaction.rollback();

        for (String table : List.of(
                "auth.invitation_batches",
                "auth.invitation_batch_rows",
                "auth.user_invitations",
                "notification.outbox",
                "audit.events")) {
            assertEquals("0", count(table), table);
        }
    }

    @Test
    void oldBatchesAreRemovedWithTheirRowsAndOthersAreNot() throws Exception {
        CustomerScope scope = scope();
        InvitationBatchId old = upload(scope, file.subList(0, 2));
        InvitationBatchId recent = upload(scope, file.subList(2, 3));
        OwnerConnection.execute(
                "update auth.invitation_batches set finished_at = now() - interval '91 days' where id = '" + old + "'");

        upkeep.removeOldBatches(new CustomerScope.System("invitation-cleanup"));

        assertEquals(
                recent.toString(),
                OwnerConnection.query(
                        "select string_agg(id::text, ',') from auth.invitation_batches where customer_id = '" + customer
                                + "'"));
        assertEquals("1", count("auth.invitation_batch_rows"));
        assertEquals(
                "1",
                OwnerConnection.query("select count(*) from audit.events where action = 'invitation_batch.removed'"
                        + " and subject_id = '" + old + "'"));
    }
}
