package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.TypeOfUser;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DeadLettersIT {
    private static final String PATH = "/v1/admin/mail/dead-letters";

    private final Company company = World.company();
    private final Api owner = World.member(company, "customer_admin", "OWNER").api();
    private final String email = World.newEmail();

    private String invited() {
        return World.invite(owner, company, email).getString("id");
    }

    private static List<JsonObject> items(Answer answer) {
        return answer.json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .toList();
    }

    private static String retry(String mail) {
        return PATH + "/" + mail + "/retry";
    }

    @Test
    void whatWasGivenUpIsListedWithAllThatIsKnown() {
        String invitation = invited();
        String mail = World.deadMailOf(invitation);

        List<JsonObject> items = items(owner.get(PATH));

        assertEquals(1, items.size());
        JsonObject letter = items.get(0);
        assertEquals(mail, letter.getString("id"));
        assertEquals(company.id().toString(), letter.getString("customer_id"));
        assertEquals("INVITATION", letter.getString("kind"));
        assertEquals(invitation, letter.getString("subject_id"));
        assertEquals(email, letter.getString("recipient"));
        assertEquals("The mail relay refused the address", letter.getString("reason"));
        assertEquals(1, letter.getInt("attempts"));
        assertTrue(letter.containsKey("queued_at") && letter.containsKey("died_at"));
        assertFalse(letter.toString().contains(World.tokenMailedTo(email)));
    }

    @Test
    void whoMayNotReadInvitationsSeesTheAddressMasked() {
        World.deadMailOf(invited());
        TypeOfUser type = TypeOfUser.permitting("GET " + PATH);
        Person person = World.member(company, type.name(), "USER");

        assertEquals("p***@people.example", items(person.api().get(PATH)).get(0).getString("recipient"));
    }

    @Test
    void theListIsFilteredCountedAndPaged() {
        Set<String> dead = Stream.generate(World::newEmail)
                .limit(3)
                .map(address ->
                        World.deadMailOf(World.invite(owner, company, address).getString("id")))
                .collect(Collectors.toSet());

        Answer first = owner.get(PATH + "?limit=2&include=total&kind=INVITATION&customer_id=" + company.id());
        JsonObject page = first.json().getJsonObject("page");
        assertEquals(3, page.getInt("total"));
        Answer second = owner.get(PATH + "?limit=2&cursor=" + page.getString("next_cursor"));
        Set<String> seen = Set.copyOf(
                items(first).stream().map(item -> item.getString("id")).collect(Collectors.toSet()));
        assertEquals(2, seen.size());
        assertEquals(1, items(second).size());
        assertTrue(dead.containsAll(seen));
        assertTrue(dead.contains(items(second).get(0).getString("id")));
        assertEquals(0, items(owner.get(PATH + "?kind=WELCOME")).size());
        assertEquals("invalid_parameter", owner.get(PATH + "?kind=OTHER").code());
    }

    @Test
    void whatANewerMailHasReplacedIsNotTakenUp() {
        String invitation = invited();
        String mail = World.deadMailOf(invitation);
        owner.post("/v1/admin/invitations/" + invitation + "/resend");

        Answer answer = owner.post(retry(mail));

        assertEquals(409, answer.status());
        assertEquals("mail_not_wanted", answer.code());
    }

    @Test
    void whatIsTakenUpAgainIsWrittenAnewAndSent() {
        String invitation = invited();
        String mail = World.deadMailOf(invitation);

        assertEquals(202, owner.post(retry(mail)).status());

        String second = World.tokenMailedTo(email, 2);
        assertEquals(200, Api.anonymous().get("/invitations/" + second).status());
        Await.untilTrue("the news at the invitation", () -> owner.get("/v1/admin/invitations/" + invitation)
                .json()
                .getJsonObject("delivery")
                .getString("status")
                .equals("SENT"));
        JsonObject followed = items(owner.get("/v1/admin/invitations/" + invitation + "/mails"))
                .get(0);
        assertEquals(mail, followed.getString("id"));
        assertEquals("SENT", followed.getString("status"));
        assertEquals(
                List.of("SENT", "QUEUED", "SENT"),
                followed.getJsonArray("events").stream()
                        .map(event -> event.asJsonObject().getString("kind"))
                        .toList());
        assertEquals(0, items(owner.get(PATH)).size());
        assertEquals(
                "1",
                World.query(
                        "select count(*) from audit.events where action = 'mail.retried' and customer_id = ? and subject_id = ?::uuid",
                        company.id(),
                        mail));
    }

    @Test
    void onlyWhatIsDeadAndStillWantedIsTakenUpAgain() {
        String invitation = invited();
        String sent = World.sentMailOf(invitation);
        Answer notDead = owner.post(retry(sent));
        assertEquals(409, notDead.status());
        assertEquals("mail_not_dead", notDead.code());

        World.deadMailOf(invitation);
        owner.delete("/v1/admin/invitations/" + invitation);
        Answer notWanted = owner.post(retry(sent));
        assertEquals(
                "{\"type\":\"urn:warp:problem:mail_not_wanted\",\"title\":\"Conflict\",\"status\":409,"
                        + "\"code\":\"mail_not_wanted\",\"detail\":\"What this mail tells of does not hold any more.\",}",
                notWanted.bodyWithoutRequestId());
    }

    @Test
    void nobodyElseSeesOrTakesThemUp() {
        String mail = World.deadMailOf(invited());
        Api stranger = World.member(World.company(), "customer_admin", "OWNER").api();
        Api viewer = World.member(company, "viewer", "USER").api();

        assertEquals(0, items(stranger.get(PATH)).size());
        Answer foreign = stranger.post(retry(mail));
        Answer unknown = stranger.post(retry(UUID.randomUUID().toString()));
        assertEquals(404, foreign.status());
        assertEquals(unknown.bodyWithoutRequestId(), foreign.bodyWithoutRequestId());
        assertEquals(403, viewer.get(PATH).status());
        assertEquals(403, viewer.post(retry(mail)).status());
        assertEquals(401, Api.anonymous().get(PATH).status());
        assertEquals(401, Api.anonymous().post(retry(mail)).status());
        assertEquals("DEAD", World.query("select status from notification.outbox where id = ?::uuid", mail));
    }
}
