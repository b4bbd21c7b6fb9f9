package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;

/** The terms of a customer's invitations: who sees and sets them, and what they do. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class InvitationSettingsIT {
    private final Company company = World.company();
    private final Api owner = World.member(company, "customer_admin", "OWNER").api();
    private final String path = path(company.id());

    private static String path(UUID customer) {
        return "/v1/admin/customers/" + customer + "/invitation-settings";
    }

    private static JsonObjectBuilder settings() {
        return Json.createObjectBuilder()
                .add("default_days", 3)
                .add("longest_days", 10)
                .add("pending_limit", 50)
                .add("reminder_days", 2)
                .add("mail_language", "es")
                .add("reply_to", "Answers@acme.example");
    }

    private static Answer put(Api api, String path, String ifMatch) {
        return api.putWith(path, Map.of("If-Match", ifMatch), settings().build());
    }

    private Answer invite(JsonObjectBuilder invitation) {
        return owner.post("/v1/admin/customers/" + company.id() + "/invitations", invitation.build());
    }

    private static JsonObjectBuilder somebody() {
        return World.invitation(World.newEmail(), "viewer", "USER");
    }

    @Test
    void withoutSettingsOfItsOwnACompanyHasThePlatforms() {
        Answer answer = owner.get(path);

        assertEquals(200, answer.status());
        assertEquals("\"0\"", answer.header("ETag"));
        JsonObject json = answer.json();
        assertEquals(7, json.getInt("default_days"));
        assertEquals(30, json.getInt("longest_days"));
        assertEquals("en", json.getString("mail_language"));
        assertFalse(json.containsKey("reminder_days") || json.containsKey("reply_to"), answer.body());
        assertEquals(30, json.getJsonObject("bounds").getInt("longest_days"));
        assertEquals(20_000, json.getJsonObject("bounds").getInt("pending_limit"));
    }

    @Test
    void theOwnerSetsThemAndTheyHoldForWhatFollows() {
        JsonObject before = invite(somebody()).json();

        Answer set = put(owner, path, "\"0\"");

        assertEquals(200, set.status(), set.body());
        assertEquals("\"1\"", set.header("ETag"));
        assertEquals(set.body(), owner.get(path).body());
        assertEquals(10, set.json().getInt("longest_days"));
        assertEquals(2, set.json().getInt("reminder_days"));
        assertEquals("es", set.json().getString("mail_language"));
        assertEquals("Answers@acme.example", set.json().getString("reply_to"));
        JsonObject after = invite(somebody()).json();
        assertEquals("3", days(after));
        assertEquals("7", days(before));
        Answer tooLong = invite(somebody().add("expires_in_days", 11));
        assertEquals(422, tooLong.status());
        assertEquals("validity_out_of_range", tooLong.code());
        assertEquals(10, tooLong.json().getInt("longest_days"));
    }

    private static String days(JsonObject invitation) {
        return World.query(
                "select extract(day from expires_at - created_at)::int from auth.user_invitations where id = ?::uuid",
                invitation.getString("id"));
    }

    @Test
    void theBudgetTellsWhatIsLeft() {
        put(owner, path, "*");
        invite(somebody());
        String revoked = invite(somebody()).json().getString("id");
        owner.delete("/v1/admin/invitations/" + revoked);
        String overdue = invite(somebody()).json().getString("id");
        World.update("update auth.user_invitations set expires_at = now() where id = ?::uuid", overdue);

        JsonObject budget = owner.get(path).json().getJsonObject("budget");

        assertEquals(1, budget.getInt("pending"));
        assertEquals(50, budget.getInt("pending_limit"));
        assertEquals(49, budget.getInt("remaining"));
    }

    @Test
    void whoHasNotReadWhatTheyChangeIsRefused() {
        Answer unconditional = owner.putWith(path, Map.of(), settings().build());
        Answer malformed = put(owner, path, "0");
        put(owner, path, "\"0\"");
        Answer outdated = put(owner, path, "\"0\"");

        assertEquals(428, unconditional.status());
        assertEquals("precondition_required", unconditional.code());
        assertEquals(400, malformed.status());
        assertEquals(412, outdated.status());
        assertEquals("precondition_failed", outdated.code());
        assertEquals(outdated.header("X-Request-Id"), outdated.json().getString("request_id"));
        assertEquals("urn:warp:problem:precondition_failed", outdated.json().getString("type"));
        assertEquals(200, put(owner, path, "\"7\", \"1\"").status());
    }

    @Test
    void ofTwoWhoChangeTheSameOneIsFaster() throws Exception {
        Callable<Integer> change = () -> put(owner, path, "\"0\"").status();

        List<Integer> statuses = AtOnce.call(Collections.nCopies(8, change));

        assertEquals(1, Collections.frequency(statuses, 200), statuses.toString());
        assertEquals(7, Collections.frequency(statuses, 412), statuses.toString());
    }

    @Test
    void whatIsOutOfBoundsIsRefusedFieldByField() {
        JsonObject wrong = Json.createObjectBuilder()
                .add("default_days", 40)
                .add("longest_days", 31)
                .add("pending_limit", 0)
                .add("reminder_days", 31)
                .add("mail_language", "en")
                .build();

        Answer answer = owner.putWith(path, Map.of("If-Match", "*"), wrong);
        Answer incomplete = owner.putWith(
                path,
                Map.of("If-Match", "*"),
                settings().remove("pending_limit").build());

        assertEquals(422, answer.status());
        assertEquals(List.of("/longest_days", "/default_days", "/pending_limit", "/reminder_days"), pointers(answer));
        assertEquals(422, incomplete.status());
        assertEquals(List.of("/pending_limit"), pointers(incomplete));
        for (String address : List.of("nobody", "a@b.example\r\nBcc: eve@evil.example", "Acme <a@b.example>")) {
            assertEquals(List.of("/reply_to"), pointers(setting("reply_to", address)), address);
        }
        assertEquals(List.of("/mail_language"), pointers(setting("mail_language", "de")));
        assertEquals("\"0\"", owner.get(path).header("ETag"));
    }

    private Answer setting(String name, String value) {
        return owner.putWith(
                path, Map.of("If-Match", "*"), settings().add(name, value).build());
    }

    private static List<String> pointers(Answer answer) {
        return answer.json().getJsonArray("errors").stream()
                .map(JsonValue::asJsonObject)
                .map(error -> error.getString("pointer"))
                .toList();
    }

    @Test
    void theAuditTellsWhatTheyWere() {
        put(owner, path, "*");

        assertEquals(
                "7 3",
                World.query(
                        """
                        select details->>'default_days_before' || ' ' || (details->>'default_days_after')
                        from audit.events where action = 'invitation_settings.changed' and customer_id = ?""",
                        company.id()));
    }

    @Test
    void whoMayOnlyReadTheCompanyNeitherSeesNorSetsThem() {
        Api viewer = World.member(company, "viewer", "USER").api();

        assertEquals(403, viewer.get(path).status());
        assertEquals(403, put(viewer, path, "*").status());
        assertEquals(401, Api.anonymous().get(path).status());
        assertEquals(401, put(Api.anonymous(), path, "*").status());
        assertEquals("\"0\"", owner.get(path).header("ETag"));
    }

    @Test
    void thoseOfAForeignCompanyAnswerAsThoseOfNone() {
        Company foreign = World.company();
        put(World.superAdmin().api(), path(foreign.id()), "*");
        String unknown = path(UUID.randomUUID());

        for (String ifMatch : List.of("*", "\"0\"", "\"1\"")) {
            Answer changed = put(owner, path(foreign.id()), ifMatch);
            assertEquals(404, changed.status());
            assertEquals(put(owner, unknown, ifMatch).bodyWithoutRequestId(), changed.bodyWithoutRequestId());
        }
        Answer read = owner.get(path(foreign.id()));
        assertEquals(404, read.status());
        assertEquals(owner.get(unknown).bodyWithoutRequestId(), read.bodyWithoutRequestId());
        assertEquals("", read.header("ETag"));
        assertTrue(World.superAdmin().api().get(unknown).status() == 404);
    }
}
