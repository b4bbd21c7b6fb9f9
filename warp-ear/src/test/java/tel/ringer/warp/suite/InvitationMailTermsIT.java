package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.runner.ReceivedMail;

/** In which language a company's mails are, where answers go, and when somebody is reminded. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class InvitationMailTermsIT {
    private final Company company = World.company();
    private final Api owner = World.member(company, "customer_admin", "OWNER").api();
    private final String email = World.newEmail();

    private static JsonObjectBuilder settings() {
        return Json.createObjectBuilder()
                .add("default_days", 7)
                .add("longest_days", 30)
                .add("pending_limit", 50)
                .add("mail_language", "en");
    }

    private void set(JsonObjectBuilder settings) {
        assertEquals(
                200,
                owner.putWith(
                                "/v1/admin/customers/" + company.id() + "/invitation-settings",
                                Map.of("If-Match", "*"),
                                settings.build())
                        .status());
    }

    private static ReceivedMail mailTo(String email, String subject) {
        return Await.until(subject + " to " + email, () -> PartsForTests.mailSink().received().stream()
                .filter(mail -> mail.recipients().contains(email))
                .filter(mail -> mail.subject().startsWith(subject))
                .findFirst());
    }

    private static String state(String id) {
        return World.query(
                "select (remind_at is not null) || ' ' || reminded from auth.user_invitations where id = ?::uuid", id);
    }

    private void queueReminder(String id) {
        World.update(
                """
                insert into notification.outbox (id, customer_id, kind, subject_id, status, next_attempt_at, created_at)
                values (gen_random_uuid(), ?, 'REMINDER', ?::uuid, 'QUEUED', now(), now())""",
                company.id(),
                id);
    }

    /** As the job does it each minute. */
    private void remind(String id) {
        World.update("update auth.user_invitations set remind_at = null, reminded = true where id = ?::uuid", id);
        queueReminder(id);
    }

    @Test
    void mailsAreInTheLanguageOfTheCompanyAndAnswersGoWhereItWants() throws Exception {
        set(settings().add("mail_language", "es").add("reply_to", "Info@b\u00fccher.example"));
        World.invite(owner, company, email);

        ReceivedMail mail = mailTo(email, "Le invitan a " + company.name());

        assertTrue(mail.text().contains("usuario"), mail.text());
        assertTrue(mail.text().contains(" a las "), mail.text());
        assertArrayEquals(
                new String[] {"Info@xn--bcher-kva.example"}, mail.message().getHeader("Reply-To"));
        Api.anonymous().accept(World.tokenMailedTo(email), World.idToken(email));
        mailTo(email, "Le damos la bienvenida a " + company.name());
    }

    @Test
    void withoutSettingsAMailIsInEnglishAndNamesNoOtherAddress() throws Exception {
        World.invite(owner, company, email);

        ReceivedMail mail = mailTo(email, "You are invited to " + company.name());

        assertNull(mail.message().getHeader("Reply-To"));
    }

    @Test
    void theReminderHasALinkOfItsOwnAndBothWork() {
        set(settings().add("reminder_days", 2));
        String id = World.invite(owner, company, email).getString("id");
        String first = World.tokenMailedTo(email);
        assertEquals("true false", state(id));
        assertEquals(
                "2",
                World.query(
                        "select extract(day from expires_at - remind_at)::int from auth.user_invitations where id = ?::uuid",
                        id));

        remind(id);

        mailTo(email, "Reminder: you are invited to " + company.name());
        String second = World.tokenMailedTo(email, 2);
        assertNotEquals(first, second);
        assertEquals(200, Api.anonymous().get("/invitations/" + first).status());
        assertEquals(200, Api.anonymous().get("/invitations/" + second).status());
    }

    @Test
    void aReminderThatANewLinkOvertookIsNotSent() {
        set(settings().add("reminder_days", 2));
        String id = World.invite(owner, company, email).getString("id");
        World.tokenMailedTo(email);
        queueReminder(id);

        Await.untilTrue("the end of the mail", () -> World.query(
                        "select status from notification.outbox where kind = 'REMINDER' and subject_id = ?::uuid", id)
                .equals("CANCELLED"));
    }

    @Test
    void whoGetsANewLinkMayBeRemindedAgain() {
        set(settings().add("reminder_days", 2));
        String id = World.invite(owner, company, email).getString("id");
        World.update("update auth.user_invitations set remind_at = null, reminded = true where id = ?::uuid", id);

        owner.post("/v1/admin/invitations/" + id + "/resend");

        assertEquals("true false", state(id));
    }

    @Test
    void whatIsPendingIsRemindedAsTheCompanyWantsItNow() {
        String id = World.invite(owner, company, email).getString("id");
        String reminded = World.invite(owner, company, World.newEmail()).getString("id");
        World.update("update auth.user_invitations set reminded = true where id = ?::uuid", reminded);
        assertEquals("false false", state(id));

        set(settings().add("reminder_days", 6));

        assertEquals("true false", state(id));
        assertEquals("false true", state(reminded));
        set(settings().add("reminder_days", 7));
        assertEquals("false false", state(id), "it would come with the invitation itself");
        set(settings().add("reminder_days", 6));
        set(settings());
        assertEquals("false false", state(id));
    }
}
