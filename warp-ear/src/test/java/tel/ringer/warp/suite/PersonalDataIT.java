package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** People take along all that is kept of them, and nothing of others. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PersonalDataIT {
    private static final String OWN = "/auth/me/personal-data";

    private final Planted planted = Planted.somebody(7);
    private final Api superAdmin = World.superAdmin().api();

    private static String of(Person person) {
        return "/v1/admin/personal-data/" + person.id();
    }

    private static List<JsonObject> lines(Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        return OfflineChain.lines(answer.body());
    }

    /** The sections that hold one of the texts. */
    private static Set<String> holding(List<JsonObject> lines, String... texts) {
        return lines.stream()
                .filter(line -> List.of(texts).stream().anyMatch(line.toString()::contains))
                .map(line -> line.getString("section"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aPersonTakesAlongWhatStandsInEachPlace() {
        World.update(
                "update accounts.customers set contact_name = ?, contact_email = ? where id = ?",
                "Name " + planted.mark(),
                planted.person().email(),
                planted.other().id());
        Answer answer = planted.api().get(OWN);

        assertEquals("application/x-ndjson", answer.header("Content-Type").replaceFirst(";.*", ""));
        List<JsonObject> lines = lines(answer);
        assertEquals(
                Set.of(
                        "account",
                        "api_keys",
                        "contact_of_customers",
                        "customer_notes",
                        "events_about_the_person",
                        "events_by_the_person",
                        "invitation_batch_rows",
                        "invitation_batches",
                        "invitations_received",
                        "invitations_sent",
                        "mails",
                        "reply_address_of_customers",
                        "sessions",
                        "suppressions"),
                holding(lines, planted.mark()));
        assertEquals(
                Set.of("events_about_the_person", "events_by_the_person", "sessions"),
                holding(lines, planted.network()));
        assertEquals(
                Set.of("grants", "idempotency_keys"),
                lines.stream()
                        .map(line -> line.getString("section"))
                        .filter(Set.of("grants", "idempotency_keys")::contains)
                        .collect(Collectors.toSet()));
    }

    @Test
    void whatNamesOthersIsLeftOut() {
        Planted second = Planted.somebody(8);
        World.grant(second.person(), planted.home(), "customer_admin", "OWNER");
        Planted.invite(second.api(), planted.home(), planted.person().email().replace("mark", "kram"), "To somebody");
        String theirs = World.invite(
                        second.api(), planted.home(), planted.person().email() + ".example")
                .getString("id");
        assertEquals(
                204, planted.api().delete("/v1/admin/invitations/" + theirs).status());

        String own = planted.api().get(OWN).body();

        assertFalse(own.contains(second.mark()));
        assertFalse(own.contains(second.network()));
        assertFalse(List.of(World.query(
                                "select string_agg(email, ',') from auth.user_invitations where invited_by = ?",
                                planted.person().id())
                        .split(","))
                .stream()
                .anyMatch(own::contains));
        assertTrue(own.contains("\"section\":\"invitations_sent\""));
    }

    @Test
    void whoHoldsEverythingHandsOutTheSameAndTheLogTells() {
        List<JsonObject> own = lines(planted.api().get(OWN));
        List<JsonObject> handed = lines(superAdmin.get(of(planted.person())));

        assertTrue(handed.containsAll(own));
        assertEquals(
                "2 2",
                World.query(
                        """
                        select count(*) || ' ' || count(distinct actor_id) from audit.events
                        where subject_id = ? and action = 'user.personal_data_exported'
                        """,
                        planted.person().id()));
    }

    @Test
    void aLongHistoryComesInSteps() {
        World.update(
                """
                insert into audit.events (actor_id, actor, action, subject_type)
                select ?, 'user:' || ?, 'test.happened', 'test' from generate_series(1, 1203)
                """,
                planted.person().id(),
                planted.person().id().toString());

        assertEquals(
                1203,
                lines(planted.api().get(OWN)).stream()
                        .filter(line -> line.getJsonObject("data")
                                .getString("action", "")
                                .equals("test.happened"))
                        .count());
    }

    @Test
    void othersMayNot() {
        Company company = World.company();
        for (Person person :
                List.of(World.member(company, "customer_admin", "OWNER"), World.person("admin"), planted.person())) {
            Answer refused = person.api().get(of(World.person()));
            assertEquals(403, refused.status(), refused.body());
            assertEquals("forbidden", refused.code());
        }
        assertEquals(401, Api.anonymous().get(OWN).status());
        assertEquals(401, Api.anonymous().get(of(planted.person())).status());
        assertEquals(
                404,
                superAdmin.get("/v1/admin/personal-data/" + UUID.randomUUID()).status());
        JsonObject key = World.apiKey(superAdmin, planted.home(), "viewer");
        assertEquals(
                404,
                superAdmin.get("/v1/admin/personal-data/" + key.getString("id")).status());
        Answer machine = Api.anonymous().as(key.getString("key")).get(OWN);
        assertEquals("403 people_only", machine.status() + " " + machine.code());
    }

    /** Whoever may read people by a type of their own, but does not hold everything. */
    @Test
    void aPermissionAloneDoesNotSuffice() {
        World.update(
                "insert into auth.user_types (name, display_name, description) values ('reader-of-people', 'R', 'R') on conflict do nothing");
        World.update(
                """
                insert into auth.user_type_permissions
                select id, '*', '/v1/*' from auth.user_types where name = 'reader-of-people' on conflict do nothing
                """);
        Answer refused = World.person("reader-of-people").api().get(of(planted.person()));

        assertEquals(403, refused.status(), refused.body());
    }
}
