package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tel.ringer.warp.kit.SendGridSimulator.event;
import static tel.ringer.warp.kit.SendGridSimulator.hardBounce;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.SendGridSimulator;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;

/** What a provider and mail servers say of mails, true and false, in any order and more than once. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MailEventsIT {
    private final Company company = World.company();
    private final Api owner = World.member(company, "customer_admin", "OWNER").api();
    private final String email = World.newEmail();
    private final String invitation = World.invite(owner, company, email).getString("id");
    private final String mail = World.sentMailOf(invitation);
    /** What those know who had the mail. */
    private final String message = World.mailOf(invitation, "message_id");

    private JsonObject delivery() {
        return owner.get("/v1/admin/invitations/" + invitation).json().getJsonObject("delivery");
    }

    private List<String> events() {
        return owner.get("/v1/admin/invitations/" + invitation + "/mails").json().getJsonArray("items").stream()
                .flatMap(item -> item.asJsonObject().getJsonArray("events").stream())
                .map(event -> event.asJsonObject().getString("kind"))
                .toList();
    }

    private static String suppression(String address) {
        return World.query(
                "select coalesce(string_agg(reason, ','), 'none') from notification.suppressions where address = ?",
                address);
    }

    private static void assertTaken(Answer answer) {
        assertEquals(204, answer.status(), answer.body());
    }

    @Test
    void aMailIsFollowedToItsReader() {
        assertTaken(SendGridSimulator.post(
                event("processed", message).build(),
                event("deferred", message)
                        .add("response", "451 4.3.2 try again later")
                        .build(),
                event("delivered", message).add("response", "250 OK").build(),
                event("open", message).build(),
                event("click", message).add("url", "https://warp.example").build()));

        assertEquals("DELIVERED", delivery().getString("status"));
        assertFalse(delivery().containsKey("error"));
        assertEquals(List.of("SENT", "PROCESSED", "DEFERRED", "DELIVERED"), events());
    }

    @Test
    void aBounceSaysWhyAndTheAddressGetsNoMoreMail() {
        JsonObject bounce = hardBounce(message);
        assertTaken(SendGridSimulator.post(bounce, event("delivered", message).build()));

        assertEquals("BOUNCED", delivery().getString("status"));
        assertEquals(bounce.getString("reason"), delivery().getString("error"));
        assertEquals("BOUNCED", suppression(email));
        assertTaken(SendGridSimulator.post(event("delivered", message).build()));
        assertEquals("BOUNCED", delivery().getString("status"), "what comes late does not undo what is known");
    }

    @Test
    void whatIsSaidAgainCountsOnce() {
        JsonObject bounce = hardBounce(message);
        assertTaken(SendGridSimulator.post(bounce, bounce));
        assertTaken(SendGridSimulator.post(bounce));
        assertEquals(List.of("SENT", "BOUNCED"), events());

        World.update("delete from notification.suppressions where address = ?", email);
        assertTaken(SendGridSimulator.post(bounce));
        assertEquals("none", suppression(email), "a replay does not suppress again what was lifted");
    }

    @Test
    void whatIsNotAboutTheAddressDoesNotSuppressIt() {
        assertTaken(SendGridSimulator.post(event("bounce", message)
                .add("type", "blocked")
                .add("status", "5.1.1")
                .add("reason", "550 blocked by policy")
                .build()));
        assertEquals("BOUNCED", delivery().getString("status"));
        assertEquals("none", suppression(email));
    }

    @Test
    void whatTheProviderDropsIsADeadLetter() {
        assertTaken(SendGridSimulator.post(
                event("dropped", message).add("reason", "Bounced Address").build()));
        assertEquals("FAILED", delivery().getString("status"));
        assertEquals(
                "The address does not take mail from WARP",
                delivery().getString("error"),
                "what the provider knows from others' mails is told to nobody");
        assertTrue(owner.get("/v1/admin/mail/dead-letters").body().contains(mail));
        assertEquals("none", suppression(email));
    }

    @Test
    void complaintsAndUnsubscribingSuppress() {
        assertTaken(SendGridSimulator.post(event("spamreport", message).build()));
        assertEquals("COMPLAINED", suppression(email));
        assertEquals("DELIVERED", delivery().getString("status"));

        World.update("delete from notification.suppressions where address = ?", email);
        assertTaken(SendGridSimulator.post(event("group_unsubscribe", message).build()));
        assertEquals("NEVER_AGAIN", suppression(email));
    }

    @Test
    void whatIsSaidOfAnOlderLinksMailDoesNotCountAtTheInvitation() {
        owner.post("/v1/admin/invitations/" + invitation + "/resend");
        World.tokenMailedTo(email, 2);
        World.sentMailOf(invitation);

        assertTaken(SendGridSimulator.post(event("bounce", message)
                .add("type", "blocked")
                .add("status", "5.7.1")
                .build()));

        assertEquals("SENT", delivery().getString("status"));
        assertEquals("BOUNCED", World.query("select status from notification.outbox where id = ?::uuid", mail));
    }

    @Test
    void aMailThatTheNodeDiedOverIsNotSentAgainOnceItIsKnownToBeDelivered() {
        World.update(
                "update notification.outbox set status = 'QUEUED', finished_at = null, next_attempt_at = now() + interval '1 hour' where id = ?::uuid",
                mail);
        assertTaken(SendGridSimulator.post(event("delivered", message).build()));
        assertEquals("DELIVERED", World.query("select status from notification.outbox where id = ?::uuid", mail));
    }

    @Test
    void whatNobodyKnowsAndWhatNobodyUnderstandsIsPassedOver() {
        assertTaken(SendGridSimulator.post(
                hardBounce(UUID.randomUUID().toString()),
                Json.createObjectBuilder().add("event", "delivered").build(),
                Json.createObjectBuilder()
                        .add("event", 7)
                        .add("warp_mail_id", message)
                        .build(),
                event("account_status_change", message).build(),
                event("delivered", "x").build(),
                event("delivered", message).add("sg_event_id", 7).build()));
        assertTaken(SendGridSimulator.postSigned("[]"));
        assertTaken(SendGridSimulator.postSigned("[1,\"x\",null,[]]"));
        for (String garbage : List.of("", "{}", "[", "not json", "[{]")) {
            Answer answer = SendGridSimulator.postSigned(garbage);
            assertEquals(400, answer.status(), garbage);
            assertEquals("malformed_json", answer.code());
        }
        assertEquals(List.of("SENT"), events());
    }

    @Test
    void whatIsNotSignedChangesNothing() {
        String body = "[" + hardBounce(message) + "]";
        String now = Long.toString(Instant.now().getEpochSecond());
        String signature = "X-Twilio-Email-Event-Webhook-Signature";
        String timestamp = "X-Twilio-Email-Event-Webhook-Timestamp";
        for (Answer refused : List.of(
                SendGridSimulator.postForged(body),
                SendGridSimulator.postSignedAt(body, Instant.now().minus(Duration.ofDays(2))),
                SendGridSimulator.postSignedAt(body, Instant.now().plus(Duration.ofDays(2))),
                SendGridSimulator.post(body, Map.of()),
                SendGridSimulator.post(body, Map.of(timestamp, now)),
                SendGridSimulator.post(body, Map.of(signature, "x", timestamp, now)),
                SendGridSimulator.post(body, Map.of(signature, "", timestamp, "")),
                SendGridSimulator.post(
                        body, Map.of(signature, SendGridSimulator.signature(now + body + " "), timestamp, now)),
                SendGridSimulator.post(
                        body, Map.of(signature, SendGridSimulator.signature(now + body), timestamp, now + "0")))) {
            assertEquals(401, refused.status());
            assertEquals("invalid_signature", refused.code());
        }
        assertEquals("SENT", delivery().getString("status"));
        assertEquals("none", suppression(email));
    }

    @Test
    void aLongBatchIsTakenWhole() {
        JsonArrayBuilder batch = Json.createArrayBuilder();
        for (int i = 0; i < 249; i++) {
            batch.add(event("deferred", message).add("response", "451 later\u0000 " + i));
        }
        assertTaken(SendGridSimulator.postSigned(
                batch.add(event("delivered", message)).build().toString()));
        assertEquals(251, events().size());
        assertEquals("DELIVERED", delivery().getString("status"));
    }

    @Test
    void nobodyElseFollowsTheMails() {
        Api stranger = World.member(World.company(), "customer_admin", "OWNER").api();
        String path = "/v1/admin/invitations/" + invitation + "/mails";
        Answer foreign = stranger.get(path);
        Answer unknown = stranger.get("/v1/admin/invitations/" + UUID.randomUUID() + "/mails");
        assertEquals(404, foreign.status());
        assertEquals(unknown.bodyWithoutRequestId(), foreign.bodyWithoutRequestId());
        assertEquals(
                403, World.member(company, "viewer", "USER").api().get(path).status());
        assertEquals(401, Api.anonymous().get(path).status());
    }

    private String notification(String action, String status) {
        return """
                From: MAILER-DAEMON@mx.operator.example
                To: no-reply@warp.example
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b
                Message-Id: <%s@mx.operator.example>

                --b
                Content-Type: text/plain

                Your message could not be delivered.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.operator.example

                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 %s said the server

                --b
                Content-Type: text/rfc822-headers

                Message-ID: <%s@warp.example>

                --b--
                """
                .formatted(UUID.randomUUID(), email, action, status, status, message);
    }

    private static Answer passOn(String notification) {
        return Api.anonymous().as(PartsForTests.DSN_TOKEN).postAs("/webhooks/dsn", "message/rfc822", notification);
    }

    @Test
    void aMailServersNotificationIsUnderstood() {
        assertTaken(passOn(notification("delayed", "4.4.1")));
        assertEquals("SENT", delivery().getString("status"));
        assertTaken(passOn(notification("failed", "5.2.2")));
        assertEquals("BOUNCED", delivery().getString("status"));
        assertEquals("smtp; 550 5.2.2 said the server", delivery().getString("error"));
        assertEquals("none", suppression(email), "a full mailbox is no dead address");
        String dead = notification("failed", "5.1.1");
        assertTaken(passOn(dead));
        assertTaken(passOn(dead));
        assertEquals("BOUNCED", suppression(email));
        assertEquals(List.of("SENT", "DEFERRED", "BOUNCED", "BOUNCED"), events());
    }

    /** Those who manage an invitation see the ids of its mails, and could write to the sender's mailbox. */
    @Test
    void whoKnowsAMailsIdIsNotBelievedForThat() {
        assertTaken(passOn(notification("failed", "5.1.1").replace(message, mail)));
        assertEquals(List.of("SENT"), events());
        assertEquals("none", suppression(email));
    }

    @Test
    void thatItWasPassedOnInVainSaysNothingOfTheAddressItself() {
        String hidden = World.newEmail();
        assertTaken(passOn(notification("failed", "5.1.1")
                .replace("rfc822; " + email, "rfc822; " + hidden)
                .replace("said the server", hidden)));
        assertEquals("BOUNCED", delivery().getString("status"));
        assertFalse(owner.get("/v1/admin/invitations/" + invitation + "/mails")
                .body()
                .contains(hidden));
        assertEquals("none", suppression(email));
        assertEquals("none", suppression(hidden));
    }

    @Test
    void whatIsNoNotificationChangesNothing() {
        assertTaken(passOn(""));
        assertTaken(passOn("Subject: Hello\n\nHello"));
        assertTaken(passOn(notification("failed", "5.1.1")
                .replace(message, UUID.randomUUID().toString())));
        assertTaken(passOn(notification("failed", "5.1.1").replace("multipart/report", "multipart/mixed")));
        assertEquals(List.of("SENT"), events());
    }

    @Test
    void onlyTheOperatorsMailServerPassesNotificationsOn() {
        String notification = notification("failed", "5.1.1");
        Api mailServer = Api.anonymous().as(PartsForTests.DSN_TOKEN);
        for (Api other : List.of(Api.anonymous(), Api.anonymous().as(PartsForTests.DSN_TOKEN + "x"), owner)) {
            assertEquals(
                    401,
                    other.postAs("/webhooks/dsn", "message/rfc822", notification)
                            .status());
        }
        assertEquals("SENT", delivery().getString("status"));
        assertEquals(401, mailServer.get("/v1/customers").status());
        assertEquals(401, mailServer.get("/auth/sessions").status());
        assertEquals(415, mailServer.postText("/webhooks/dsn", "{}").status());
    }
}
