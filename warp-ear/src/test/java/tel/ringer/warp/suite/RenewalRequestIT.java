package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.Browser;
import tel.ringer.warp.kit.Page;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;
import tel.ringer.warp.runner.ReceivedMail;

/** Whoever opens an expired link asks for another. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RenewalRequestIT {
    private final Company company = World.company();
    private final Person inviter = World.member(company, "customer_admin", "OWNER");
    private final Api owner = inviter.api();
    private final String email = World.newEmail();
    private final Api nobody = Api.anonymous();

    private String token() {
        World.invite(owner, company, email);
        return World.tokenMailedTo(email);
    }

    private String expired() {
        String token = token();
        World.update("update auth.user_invitations set expires_at = now() where email_normalised = ?", email);
        return token;
    }

    private Answer request(String token) {
        return nobody.post("/invitations/" + token + "/renewal-request");
    }

    private List<ReceivedMail> mailsToTheInviter() {
        return PartsForTests.mailSink().received().stream()
                .filter(mail -> mail.recipients().contains(inviter.email()))
                .toList();
    }

    private String requestsInTheOutbox(String status) {
        return World.query(
                "select count(*) from notification.outbox where kind = 'RENEWAL_REQUEST' and customer_id = ? and status = ?",
                company.id(),
                status);
    }

    @Test
    void theInviterIsToldOnceHoweverOftenItIsAsked() throws Exception {
        String token = expired();

        List<Answer> answers = AtOnce.call(IntStream.range(0, 4)
                .<Callable<Answer>>mapToObj(i -> () -> request(token))
                .toList());

        answers.forEach(answer -> assertEquals(202, answer.status(), answer.body()));
        assertEquals("", answers.get(0).body());
        Await.untilTrue("the mail", () -> requestsInTheOutbox("SENT").equals("1"));
        List<ReceivedMail> mails = mailsToTheInviter();
        assertEquals(1, mails.size());
        assertTrue(mails.get(0).subject().contains(company.name()));
        assertTrue(mails.get(0).text().contains(email));
        assertFalse(mails.get(0).text().contains(token));
        JsonObject invitation = owner.get("/v1/admin/invitations?email=" + email)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertEquals("EXPIRED", invitation.getString("status"));
        assertTrue(invitation.containsKey("renewal_requested_at"));
        assertEquals(
                "1",
                World.query(
                        "select count(*) from audit.events where action = 'invitation.renewal_requested' and customer_id = ?",
                        company.id()));
        World.invite(owner, company, email);
    }

    @Test
    void nobodyIsToldWhoCouldNotInviteAnyMoreAndTheAnswerIsTheSame() {
        String token = expired();
        World.update("delete from auth.user_customer_access where user_id = ?", inviter.id());

        assertEquals(202, request(token).status());

        Await.untilTrue("cancelled", () -> requestsInTheOutbox("CANCELLED").equals("1"));
        assertEquals(List.of(), mailsToTheInviter());
    }

    @Test
    void onlyAnExpiredLinkCanBeRenewed() {
        String token = token();
        Answer alive = request(token);
        assertEquals(409, alive.status());
        assertEquals("invitation_not_expired", alive.code());
        for (String status : List.of("REVOKED", "DECLINED", "ACCEPTED")) {
            World.update(
                    "update auth.user_invitations set status = ?, closed_at = now() where email_normalised = ?",
                    status,
                    email);
            Answer dead = request(token);
            assertEquals(410, dead.status());
            assertEquals(
                    nobody.get("/invitations/" + token)
                            .bodyWithoutRequestId()
                            .replaceAll("\"instance\":\"[^\"]*\"", ""),
                    dead.bodyWithoutRequestId().replaceAll("\"instance\":\"[^\"]*\"", ""));
        }
        assertEquals("0", requestsInTheOutbox("QUEUED"));
        for (String unknown : List.of(UUID.randomUUID().toString(), "x")) {
            assertEquals(404, request(unknown).status());
        }
    }

    @Test
    void thePageOfAnExpiredLinkHasAButton() {
        String token = expired();
        Browser browser = Browser.fresh();
        Page page = browser.open("/invitations/" + token);
        Page foreign = browser.post(
                page.address().resolve("/invitations/" + token + "/renewal-request"),
                Map.of(),
                Map.of("Sec-Fetch-Site", "cross-site"));
        assertEquals(403, foreign.status());
        assertEquals("This form was sent from another site", foreign.heading());
        assertEquals(
                "0",
                World.query(
                        "select count(renewal_requested_at) from auth.user_invitations where email_normalised = ?",
                        email));

        Page asked = browser.submit(page, "/renewal-request", Map.of());

        assertEquals(202, asked.status());
        assertEquals("You asked for a new invitation", asked.heading());
        for (String told : List.of(company.name(), company.ban(), email, inviter.email())) {
            assertFalse(page.shows(told) || asked.shows(told), told);
        }
        Page revoked = browser.open("/invitations/" + UUID.randomUUID());
        assertFalse(revoked.shows("renewal-request"));
    }
}
