package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import tel.ringer.warp.kit.World.Person;

/** Notes about a customer: written by staff, and nobody else's business. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class NotesIT {
    private final Company company = World.company();
    private final Person author = World.person("admin");
    private final Api staff = staffAt(author, company);
    private final String notes = notes(company.id());

    private static Api staffAt(Person person, Company where) {
        World.grant(person, where, null, "ADMIN");
        return person.api();
    }

    private static String notes(UUID customer) {
        return "/v1/customers/" + customer + "/notes";
    }

    private static JsonObject note(String kind, String text) {
        return Json.createObjectBuilder().add("kind", kind).add("text", text).build();
    }

    private Answer write(String kind, String text) {
        Answer answer = staff.post(notes, note(kind, text));
        assertEquals(201, answer.status(), answer.body());
        return answer;
    }

    private String path(Answer note) {
        return notes + "/" + note.json().getString("id");
    }

    private static Answer change(Api api, String path, String ifMatch, JsonObject change) {
        return api.callWith("PATCH", path, Map.of("If-Match", ifMatch), Optional.of(change.toString()));
    }

    private static JsonObject text(String text) {
        return Json.createObjectBuilder().add("text", text).build();
    }

    @Test
    void whatStaffWritesIsKeptAsItIs() {
        String text = "<b>Pays late</b>\n\n\tsee https://crm.example/1 \ud83d\ude42";

        Answer written = write("BILLING", text);

        assertEquals("\"1\"", written.header("ETag"));
        JsonObject json = written.json();
        assertEquals(
                Set.of("id", "customer_id", "kind", "text", "author", "created_at", "updated_at", "version"),
                json.keySet());
        assertEquals(text, json.getString("text"));
        assertEquals("BILLING", json.getString("kind"));
        assertEquals(company.id().toString(), json.getString("customer_id"));
        assertEquals(author.id().toString(), json.getJsonObject("author").getString("id"));
        assertEquals("Person " + author.email(), json.getJsonObject("author").getString("display_name"));
        assertEquals(1, json.getInt("version"));
        assertTrue(written.header("Location").endsWith(path(written)), written.header("Location"));
        Answer read = staff.get(path(written));
        assertEquals(written.body(), read.body());
        assertEquals("\"1\"", read.header("ETag"));
        assertEquals(read.body(), World.superAdmin().api().get(path(written)).body());
    }

    @Test
    void theListIsNewestFirstPageByPageAndByKind() {
        List<String> ids = new ArrayList<>();
        for (String kind : List.of("GENERAL", "SUPPORT", "SALES", "BILLING", "TECHNICAL", "SUPPORT")) {
            ids.add(0, write(kind, kind).json().getString("id"));
        }

        JsonObject first = staff.get(notes + "?limit=4&include=total").json();
        String cursor = first.getJsonObject("page").getString("next_cursor");
        JsonObject second = staff.get(notes + "?limit=4&cursor=" + cursor).json();

        assertEquals(6, first.getJsonObject("page").getInt("total"));
        List<String> listed = new ArrayList<>(idsOf(first));
        listed.addAll(idsOf(second));
        assertEquals(ids, listed);
        assertFalse(second.getJsonObject("page").containsKey("next_cursor"));
        assertEquals(
                List.of(ids.get(0), ids.get(4)),
                idsOf(staff.get(notes + "?kind=SUPPORT").json()));
        Answer unknown = staff.get(notes + "?kind=GOSSIP");
        assertEquals(400, unknown.status());
        assertEquals("invalid_parameter", unknown.code());
        assertEquals(400, staff.get(notes + "?cursor=x").status());
    }

    private static List<String> idsOf(JsonObject page) {
        return page.getJsonArray("items").stream()
                .map(item -> item.asJsonObject().getString("id"))
                .toList();
    }

    @Test
    void whoHasReadItChangesIt() {
        Answer written = write("GENERAL", "Before");
        Api colleague = staffAt(World.person("admin"), company);

        Answer changed = change(
                colleague,
                path(written),
                written.header("ETag"),
                Json.createObjectBuilder()
                        .add("kind", "SALES")
                        .add("text", "After")
                        .build());

        assertEquals(200, changed.status(), changed.body());
        assertEquals("\"2\"", changed.header("ETag"));
        assertEquals("SALES", changed.json().getString("kind"));
        assertEquals("After", changed.json().getString("text"));
        assertEquals(
                author.id().toString(), changed.json().getJsonObject("author").getString("id"));
        assertEquals(written.json().getString("created_at"), changed.json().getString("created_at"));
        assertEquals(changed.body(), staff.get(path(written)).body());
        Answer kindAlone = change(
                staff,
                path(written),
                "\"2\"",
                Json.createObjectBuilder().add("kind", "SUPPORT").build());
        assertEquals("After", kindAlone.json().getString("text"));
        assertEquals("\"3\"", kindAlone.header("ETag"));
        assertEquals("\"3\"", change(staff, path(written), "*", text("After")).header("ETag"));
    }

    @Test
    void whoHasNotReadWhatTheyChangeIsRefused() {
        String path = path(write("GENERAL", "Before"));
        Answer unconditional = staff.method("PATCH", path, text("After").toString());
        change(staff, path, "\"1\"", text("Changed"));

        Answer outdated = change(staff, path, "\"1\"", text("After"));
        Answer removed = staff.callWith("DELETE", path, Map.of("If-Match", "\"1\""), Optional.empty());

        assertEquals(428, unconditional.status());
        assertEquals("precondition_required", unconditional.code());
        assertEquals(400, change(staff, path, "1", text("After")).status());
        assertEquals(412, outdated.status());
        assertEquals(412, removed.status());
        JsonObject problem = outdated.json();
        assertEquals(Set.of("type", "title", "status", "code", "detail", "request_id"), problem.keySet());
        assertEquals("precondition_failed", problem.getString("code"));
        assertEquals("urn:warp:problem:precondition_failed", problem.getString("type"));
        assertEquals("Changed", staff.get(path).json().getString("text"));
    }

    @Test
    void ofManyWhoChangeTheSameOneIsFaster() throws Exception {
        String path = path(write("GENERAL", "Before"));
        Callable<Integer> change =
                () -> change(staff, path, "\"1\"", text("After")).status();

        List<Integer> statuses = AtOnce.call(Collections.nCopies(8, change));

        assertEquals(1, Collections.frequency(statuses, 200), statuses.toString());
        assertEquals(7, Collections.frequency(statuses, 412), statuses.toString());
    }

    @Test
    void whatIsRemovedIsGone() {
        String blind = path(write("GENERAL", "One"));
        Answer read = write("GENERAL", "Two");

        assertEquals(204, staff.delete(blind).status());
        assertEquals(
                204,
                staff.callWith("DELETE", path(read), Map.of("If-Match", read.header("ETag")), Optional.empty())
                        .status());

        assertEquals(404, staff.get(blind).status());
        assertEquals(404, staff.delete(blind).status());
        assertEquals(404, change(staff, blind, "*", text("After")).status());
        assertEquals(List.of(), idsOf(staff.get(notes).json()));
    }

    @Test
    void theSameRequestAgainWritesOneNote() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = staff.postWith(notes, key, Optional.of(note("GENERAL", "Once")));
        Answer again = staff.postWith(notes, key, Optional.of(note("GENERAL", "Once")));
        Answer other = staff.postWith(notes, key, Optional.of(note("GENERAL", "Twice")));

        assertEquals(201, again.status());
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(first.body(), again.body());
        assertEquals(422, other.status());
        assertEquals("idempotency_key_reused", other.code());
        assertEquals(1, idsOf(staff.get(notes).json()).size());
        assertEquals(
                404,
                World.superAdmin()
                        .api()
                        .postWith(notes(UUID.randomUUID()), key, Optional.of(note("GENERAL", "Once")))
                        .status());
    }

    @Test
    void whatIsNoNoteIsRefusedFieldByField() {
        String path = path(write("GENERAL", "Before"));
        for (String text : List.of(
                "\"\"", "\" \\n\"", "\"a\\ud800b\"", "\"a\\u0000b\"", "\"" + "x".repeat(10_001) + "\"", "7", "null")) {
            Answer written = staff.postText(notes, "{\"kind\":\"GENERAL\",\"text\":" + text + "}");
            Answer changed = staff.call("PATCH", path, Optional.of("{\"text\":" + text + "}"));
            assertTrue(written.status() == 422 || written.status() == 400, text + ": " + written.body());
            assertTrue(changed.status() == 422 || changed.status() == 400, text + ": " + changed.body());
        }
        Answer nothing = staff.postText(notes, "{}");
        assertEquals(422, nothing.status());
        assertEquals(Set.of("/kind", "/text"), Set.copyOf(pointers(nothing)));
        assertEquals(
                422,
                staff.postText(notes, "{\"kind\":\"GOSSIP\",\"text\":\"x\"}").status());
        assertEquals(List.of("/kind"), pointers(staff.call("PATCH", path, Optional.of("{\"kind\":\"GOSSIP\"}"))));
        assertEquals(
                422,
                staff.call("PATCH", path, Optional.of("{\"author\":\"me\"}")).status());
        assertEquals("Before", staff.get(path).json().getString("text"));
        assertEquals(
                201, staff.post(notes, note("GENERAL", "\u00e4".repeat(10_000))).status());
    }

    private static List<String> pointers(Answer answer) {
        return answer.json().getJsonArray("errors").stream()
                .map(JsonValue::asJsonObject)
                .map(error -> error.getString("pointer"))
                .toList();
    }

    @Test
    void theCustomersOwnPeopleNeitherReadNorWriteThem() {
        String path = path(write("GENERAL", "Between us"));
        // What a type called admin may, whoever holds it: the person is none of the operator's.
        for (String type : List.of("customer_admin", "viewer", "admin")) {
            Api person = World.member(company, type, "OWNER").api();
            List<Answer> answers = List.of(
                    person.get(notes),
                    person.get(path),
                    person.post(notes, note("GENERAL", "Mine")),
                    change(person, path, "*", text("Mine")),
                    person.delete(path));
            assertEquals(
                    List.of(403, 403, 403, 403, 403),
                    answers.stream().map(Answer::status).toList(),
                    type);
            assertFalse(answers.toString().contains("Between us"));
        }
        Answer refused = World.member(company, "admin", "OWNER").api().delete(path);
        assertEquals("staff_only", refused.code());
        Api machine = Api.anonymous()
                .as(World.apiKey(World.superAdmin().api(), company, "viewer").getString("key"));
        assertEquals("staff_only", machine.get(notes).code());
        assertEquals(401, Api.anonymous().get(notes).status());
        assertEquals(401, Api.anonymous().post(notes, note("GENERAL", "x")).status());
        assertEquals("Between us", staff.get(path).json().getString("text"));
    }

    @Test
    void thoseOfAForeignCustomerAnswerAsThoseOfNone() {
        Company foreign = World.company();
        String id = World.note(World.superAdmin().api(), foreign);

        for (String nobodys : List.of(notes(UUID.randomUUID()), notes)) {
            for (String theirs : List.of(notes(foreign.id()), notes)) {
                Answer read = staff.get(theirs + "/" + id);
                assertEquals(404, read.status());
                assertEquals(
                        staff.get(nobodys + "/" + UUID.randomUUID()).bodyWithoutRequestId(),
                        read.bodyWithoutRequestId());
                assertEquals(404, staff.delete(theirs + "/" + id).status());
                assertEquals(
                        404,
                        change(staff, theirs + "/" + id, "\"1\"", text("Mine")).status());
                assertEquals(
                        404,
                        change(staff, theirs + "/" + id, "\"9\"", text("Mine")).status());
            }
        }
        assertEquals(404, staff.get(notes(foreign.id())).status());
        assertEquals(404, staff.post(notes(foreign.id()), note("GENERAL", "x")).status());
        assertEquals(404, World.superAdmin().api().get(notes(UUID.randomUUID())).status());
    }

    @Test
    void theAuditTellsOfEachChangeButNotWhatANoteSays() {
        Answer written = write("SUPPORT", "Secret of the operator");
        change(staff, path(written), "*", text("Another secret"));
        staff.delete(path(written));

        assertEquals(
                """
                note.added {"kind": "SUPPORT"}
                note.changed {"kind_after": "SUPPORT", "kind_before": "SUPPORT", "text_changed": "true"}
                note.removed {"kind": "SUPPORT"}""",
                World.query(
                        """
                        select string_agg(action || ' ' || details::text, e'\\n' order by sequence)
                        from audit.events where customer_id = ? and subject_id = ?::uuid and actor_id = ?""",
                        company.id(),
                        written.json().getString("id"),
                        author.id()));
        assertEquals(
                "0",
                World.query(
                        "select count(*) from audit.events e where customer_id = ? and e::text like '%ecret%'",
                        company.id()));
    }
}
