package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.invitation.Reminders;

/** Runs inside the server: who is reminded, and that it happens once. */
@ExtendWith(ArquillianExtension.class)
class RemindersInsideIT {
    private static final CustomerScope.System JOB = new CustomerScope.System("invitation-reminder");

    @Inject
    private Reminders reminders;

    private final UUID customer = UUID.randomUUID();
    private final UUID inviter = UUID.randomUUID();

    @BeforeEach
    void aCompanyAndAnInviter() throws SQLException {
        OwnerConnection.execute(
                "insert into accounts.customers (id, ban, company_name, customer_type, status) values ('" + customer
                        + "', 'R-' || upper(left('" + customer + "', 8)), 'Inside', 'POSTPAID', 'ACTIVE')");
        OwnerConnection.execute(
                "insert into auth.users (id, email, email_normalised, display_name, status, created_at) values ('"
                        + inviter + "', '" + inviter + "@x.example', '" + inviter
                        + "@x.example', 'Inside', 'ACTIVE', now())");
    }

    private String invitation(String status, String remindAt, String expiresAt) throws SQLException {
        String id = UUID.randomUUID().toString();
        String closedAt = status.equals("PENDING") ? "null" : "now()";
        OwnerConnection.execute(
                "insert into auth.user_invitations (id, customer_id, email, email_normalised, user_type_id, role, status,"
                        + " delivery_status, invited_by, invited_by_name, created_at, expires_at, valid_for_days, closed_at,"
                        + " remind_at) select '" + id + "', '" + customer + "', '" + id + "@y.example', '" + id
                        + "@y.example', id, 'USER', '" + status + "', 'SENT', '" + inviter + "', 'Inside', now(), "
                        + expiresAt + ", 7, " + closedAt + ", " + remindAt
                        + " from auth.user_types where name = 'viewer'");
        return id;
    }

    private static String reminders(String invitation) throws SQLException {
        return OwnerConnection.query(
                "select count(*) from notification.outbox where kind = 'REMINDER' and subject_id = '" + invitation
                        + "'");
    }

    @Test
    void whatIsDueIsRemindedOfOnce() throws SQLException {
        String due = invitation("PENDING", "now()", "now() + interval '1 day'");

        assertTrue(reminders.remindDue(JOB) >= 1);
        reminders.remindDue(JOB);

        assertEquals("1", reminders(due));
        assertEquals(
                "1",
                OwnerConnection.query(
                        "select count(*) from audit.events where action = 'invitation.reminded' and actor = 'job:invitation-reminder'"
                                + " and subject_id = '" + due + "'"));
    }

    @Test
    void whatIsNotDueOrNotPendingIsNot() throws SQLException {
        String later = invitation("PENDING", "now() + interval '1 hour'", "now() + interval '1 day'");
        String never = invitation("PENDING", "null", "now() + interval '1 day'");
        String overdue = invitation("PENDING", "now()", "now()");
        String revoked = invitation("REVOKED", "now()", "now() + interval '1 day'");

        reminders.remindDue(JOB);

        for (String id : new String[] {later, never, overdue, revoked}) {
            assertEquals("0", reminders(id));
        }
    }
}
