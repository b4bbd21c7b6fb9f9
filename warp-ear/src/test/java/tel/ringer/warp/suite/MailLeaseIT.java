package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.HesitantRelay;
import tel.ringer.warp.kit.HesitantRelay.Hesitation;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.runner.MailSink;

/** What becomes of a mail is said by the node that has it to itself, and by no other. */
@SuppressWarnings("NullAway.Init")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MailLeaseIT {
    private static final String LEASED_AND_UNTOUCHED = "QUEUED 2 2100-01-01 - 0";

    private final MailSink sink = PartsForTests.mailSink();
    private final int port = sink.port();
    private final Company company = World.company();
    private final Api owner = World.member(company, "customer_admin", "OWNER").api();
    private final String email = World.newEmail();
    private HesitantRelay relay;

    @BeforeEach
    void standBeforeTheSink() {
        sink.stop();
        sink.start(0);
        relay = HesitantRelay.before(sink, port);
    }

    @AfterEach
    void stepAside() throws IOException {
        relay.close();
        sink.stop();
        sink.start(port);
    }

    private String invited() {
        return World.invite(owner, company, email).getString("id");
    }

    /** As the row stands when the lease has ended and another node has claimed the mail. */
    private void claimElsewhere() {
        update("attempts = attempts + 1, next_attempt_at = '2100-01-01 00:00:00Z'");
    }

    private void update(String assignments) {
        World.update("update notification.outbox set " + assignments + " where customer_id = ?", company.id());
    }

    private String row() {
        return World.query(
                """
                select concat_ws(' ', status, attempts, (next_attempt_at at time zone 'UTC')::date,
                  coalesce(last_error, '-'), (select count(*) from notification.mail_events e where e.mail_id = m.id))
                from notification.outbox m where customer_id = ?""",
                company.id());
    }

    /** The node sends one mail after another: whatever it had to say of earlier ones is said. */
    private static void awaitALaterMail() {
        Company other = World.company();
        World.sentMailOf(
                World.invite(World.member(other, "customer_admin", "OWNER").api(), other, World.newEmail())
                        .getString("id"));
    }

    @Test
    void whoHasLostAMailDoesNotSayThatItIsSent() {
        Hesitation hesitation = relay.at(email);
        invited();
        hesitation.await();
        claimElsewhere();

        hesitation.end();
        String first = World.tokenMailedTo(email);
        awaitALaterMail();

        assertEquals(LEASED_AND_UNTOUCHED, row());
        // The other node dies.
        update("next_attempt_at = now()");
        String second = World.tokenMailedTo(email, 2);
        Await.untilTrue("sent", () -> row().startsWith("SENT 3"));
        assertEquals(200, Api.anonymous().get("/invitations/" + first).status());
        assertEquals(200, Api.anonymous().get("/invitations/" + second).status());
    }

    @Test
    void whoHasLostAMailDoesNotPostponeIt() {
        Hesitation hesitation = relay.at(email);
        invited();
        hesitation.await();
        claimElsewhere();

        hesitation.answer("451 4.3.0 come back later");
        awaitALaterMail();

        assertEquals(LEASED_AND_UNTOUCHED, row());
    }

    @Test
    void whoHasLostAMailDoesNotGiveItUp() {
        Hesitation hesitation = relay.at(email);
        invited();
        hesitation.await();
        claimElsewhere();

        hesitation.answer("550 5.1.1 nobody here");
        awaitALaterMail();

        assertEquals(LEASED_AND_UNTOUCHED, row());
    }

    /** Which takes the attempts back to none. */
    @Test
    void aMailThatIsTakenUpAgainMeanwhileIsSentAgain() {
        Hesitation hesitation = relay.at(email);
        String invitation = invited();
        hesitation.await();
        update("status = 'DEAD', finished_at = now(), last_error = 'As a report may say'");
        assertEquals(
                202,
                owner.post("/v1/admin/mail/dead-letters/" + World.mailOf(invitation, "id") + "/retry")
                        .status());

        hesitation.end();

        World.tokenMailedTo(email, 2);
        World.sentMailOf(invitation);
        assertEquals("1", World.mailOf(invitation, "attempts"));
    }
}
