package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** The audit log over HTTP: who reads what, whether it still is what was written, and how it is taken away. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AuditIT {
    private final Company company = World.company();
    private final Person admin = World.member(company, "customer_admin", "OWNER");
    private final Api api = admin.api();
    private final Api everything = World.superAdmin().api();

    private static List<JsonObject> items(Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static Set<String> texts(List<JsonObject> events, String field) {
        return events.stream().map(event -> event.getString(field)).collect(Collectors.toSet());
    }

    private String ofCompany(String path) {
        return "/v1/audit/" + path + "?customer_id=" + company.id();
    }

    /** Past the API: a company with a long history. */
    private void history(int events) {
        World.update(
                """
                insert into audit.events (customer_id, actor, action, subject_type, subject_id, details)
                select ?, 'test', 'thing.changed', 'thing', gen_random_uuid(),
                       jsonb_build_object('number', number, 'text', 'Zürich "…" \\ ' || number)
                from generate_series(1, ?) number
                """,
                company.id(),
                events);
    }

    @Test
    void anEventTellsWhoDidWhatToWhomAndWhenAndWhence() {
        String email = World.newEmail();
        Answer invited = api.post(
                "/v1/admin/customers/" + company.id() + "/invitations",
                World.invitation(email, "viewer", "USER").build());

        JsonObject event = items(api.get(ofCompany("events") + "&action=invitation.created"))
                .get(0);

        assertEquals("invitation.created", event.getString("action"));
        assertEquals(company.id().toString(), event.getString("customer_id"));
        assertEquals("user:" + admin.id(), event.getString("actor"));
        assertEquals(admin.id().toString(), event.getString("actor_id"));
        assertEquals("invitation", event.getString("subject_type"));
        assertEquals(invited.json().getString("id"), event.getString("subject_id"));
        assertEquals(invited.header("X-Request-Id"), event.getString("request_id"));
        assertFalse(event.getString("address").isBlank());
        assertEquals(email, event.getJsonObject("details").getString("email"));
        assertEquals(1, event.getInt("sequence"));
        assertTrue(event.getString("hash").matches("[0-9a-f]{64}"));
    }

    @Test
    void anAcceptanceTellsByWhoseAuthorityAndFromWhatToWhat() {
        String email = World.newEmail();
        World.invite(api, company, email);
        assertEquals(
                200,
                Api.anonymous()
                        .accept(World.tokenMailedTo(email), World.idToken(email))
                        .status());

        JsonObject event = items(api.get(ofCompany("events") + "&action=invitation.accepted"))
                .get(0);

        assertEquals(admin.id().toString(), event.getString("on_behalf_of"));
        assertNotEquals(admin.id().toString(), event.getString("actor_id"));
        assertEquals("PENDING", event.getJsonObject("details").getString("status_before"));
        assertEquals("ACCEPTED", event.getJsonObject("details").getString("status_after"));
    }

    @Test
    void everybodySeesTheEventsOfTheirOwnCustomersAlone() {
        World.invite(api, company, World.newEmail());
        Company other = World.company();
        Person stranger = World.member(other, "customer_admin", "OWNER");
        World.invite(stranger.api(), other, World.newEmail());

        assertEquals(Set.of(company.id().toString()), texts(items(api.get("/v1/audit/events")), "customer_id"));
        assertEquals(List.of(), items(stranger.api().get(ofCompany("events"))));
        assertEquals("", stranger.api().get(ofCompany("export")).body());
        assertEquals(
                0,
                stranger.api()
                        .get(ofCompany("events") + "&include=total")
                        .json()
                        .getJsonObject("page")
                        .getInt("total"));
        assertEquals(Set.of(company.id().toString()), texts(items(everything.get(ofCompany("events"))), "customer_id"));
    }

    @Test
    void aPersonOfTwoCustomersSeesThoseWhereTheTypePermitsIt() {
        Company readsHere = World.company();
        Company onlyViewsHere = World.company();
        for (Company each : List.of(readsHere, onlyViewsHere)) {
            World.invite(everything, each, World.newEmail());
        }
        Person person = World.member(readsHere, "customer_admin", "ADMIN");
        World.grant(person, onlyViewsHere, "viewer", "USER");

        assertEquals(
                Set.of(readsHere.id().toString()), texts(items(person.api().get("/v1/audit/events")), "customer_id"));
        assertEquals(
                403,
                person.api()
                        .get("/v1/audit/verify?customer_id=" + onlyViewsHere.id())
                        .status());
    }

    @Test
    void aPersonOfTwoCustomersSeesBothWhereBothPermitIt() {
        Company other = World.company();
        World.grant(admin, other, "customer_admin", "ADMIN");
        for (Company each : List.of(company, other, World.company())) {
            World.invite(everything, each, World.newEmail());
        }

        Set<String> both = Set.of(company.id().toString(), other.id().toString());
        assertEquals(both, texts(items(api.get("/v1/audit/events")), "customer_id"));
        assertEquals(both, texts(OfflineChain.lines(api.get("/v1/audit/export").body()), "customer_id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "export", "verify"})
    void whoHasNoRightIsRefused(String path) {
        assertEquals(401, Api.anonymous().get(ofCompany(path)).status());
        assertEquals(
                403,
                World.member(company, "viewer", "USER")
                        .api()
                        .get(ofCompany(path))
                        .status());
    }

    @Test
    void whatConcernsNoCustomerShowsToWhoHoldsEverythingAlone() {
        String path = "/v1/audit/events?action=user.signed_in&actor_id=" + admin.id();

        assertEquals(List.of(), items(api.get(path)));
        JsonObject signIn = items(everything.get(path)).get(0);
        assertFalse(signIn.containsKey("customer_id"));
        assertEquals(admin.id().toString(), signIn.getString("subject_id"));
    }

    @Test
    void eventsAreFiltered() {
        String first = World.invite(api, company, World.newEmail()).getString("id");
        World.invite(api, company, World.newEmail());
        assertEquals(204, api.delete("/v1/admin/invitations/" + first).status());
        String ofAdmin = ofCompany("events") + "&actor_id=" + admin.id();
        String revokedAt = items(api.get(ofCompany("events") + "&action=invitation.revoked"))
                .get(0)
                .getString("occurred_at");

        assertEquals(2, items(api.get(ofAdmin + "&subject_id=" + first)).size());
        assertEquals(
                2,
                items(api.get(ofCompany("events") + "&action=invitation.created"))
                        .size());
        assertEquals(3, items(api.get(ofAdmin)).size());
        assertEquals(
                0,
                items(api.get(ofCompany("events") + "&actor_id=" + UUID.randomUUID()))
                        .size());
        assertEquals(1, items(api.get(ofAdmin + "&from=" + revokedAt)).size());
        assertEquals(2, items(api.get(ofAdmin + "&to=" + revokedAt)).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events?from=yesterday",
                "events?to=2026-11-22",
                "events?customer_id=1",
                "events?actor_id=x",
                "events?subject_id=x",
                "events?limit=0",
                "events?cursor=x",
                "events?cursor=MDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAwKzk5OTk5OTk5OS0wMS0wMVQwMDowMDowMFo",
                "events?order=asc",
                "export?from=yesterday",
                "verify?customer_id=x"
            })
    void parametersThatSayNothingAreRefused(String query) {
        assertEquals(400, api.get("/v1/audit/" + query).status());
    }

    @Test
    void pagesFollowEachOtherNewestFirst() {
        history(25);
        List<Integer> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            String next = cursor.map(text -> "&cursor=" + text).orElse("");
            JsonObject page = api.get(ofCompany("events") + "&limit=10&include=total" + next)
                    .json();
            page.getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .forEach(event -> seen.add(event.getInt("sequence")));
            assertEquals(25, page.getJsonObject("page").getInt("total"));
            cursor = Optional.ofNullable(page.getJsonObject("page").getString("next_cursor", null));
        } while (cursor.isPresent());

        assertEquals(IntStream.range(0, 25).mapToObj(i -> 25 - i).toList(), seen);
    }

    @Test
    void aChainThatHoldsIsIntact() {
        history(2);

        JsonObject verdict = api.get(ofCompany("verify")).json();

        assertTrue(verdict.getBoolean("intact"));
        assertEquals(1, verdict.getInt("chains"));
        assertEquals(2, verdict.getInt("events"));
        assertEquals(2, verdict.getInt("last_sequence"));
        assertEquals(items(api.get(ofCompany("events"))).get(0).getString("hash"), verdict.getString("last_hash"));
        assertEquals(0, verdict.getJsonArray("faults").size());
    }

    @Test
    void aCustomerToWhomNothingHappenedHasAnIntactChain() {
        JsonObject verdict = api.get(ofCompany("verify")).json();

        assertTrue(verdict.getBoolean("intact"));
        assertEquals(0, verdict.getInt("events"));
        assertFalse(verdict.containsKey("last_hash"));
    }

    @Test
    void aTamperedEventIsFound() {
        history(10);
        World.update(
                "update audit.events set details = '{\"number\": 11}' where customer_id = ? and sequence = 4",
                company.id());

        JsonObject verdict = api.get(ofCompany("verify")).json();

        assertFalse(verdict.getBoolean("intact"));
        assertEquals(1, verdict.getInt("broken_chains"));
        JsonObject fault = verdict.getJsonArray("faults").getJsonObject(0);
        assertEquals(4, fault.getInt("sequence"));
        assertEquals("TAMPERED", fault.getString("kind"));
        assertEquals(
                Optional.of(4L),
                OfflineChain.firstBroken(
                        OfflineChain.lines(api.get(ofCompany("export")).body())));
    }

    @Test
    void theChainOfAForeignCustomerIsAnUnknownOne() {
        Api stranger = World.member(World.company(), "customer_admin", "OWNER").api();
        Answer foreign = stranger.get(ofCompany("verify"));
        Answer unknown = stranger.get("/v1/audit/verify?customer_id=" + UUID.randomUUID());

        assertEquals(404, foreign.status());
        assertEquals(foreign.bodyWithoutRequestId(), unknown.bodyWithoutRequestId());
        assertEquals(
                404,
                everything
                        .get("/v1/audit/verify?customer_id=" + UUID.randomUUID())
                        .status());
        assertEquals(200, everything.get(ofCompany("verify")).status());
    }

    @Test
    void chainsWithoutCustomerAreForWhoHoldsEverything() {
        assertEquals(403, api.get("/v1/audit/verify").status());
        JsonObject before = everything.get("/v1/audit/verify").json();
        assertTrue(before.getBoolean("intact"), before.toString());
        Person somebody = World.person();
        somebody.api();
        World.update("update audit.events set action = 'user.invented' where actor_id = ?", somebody.id());
        try {
            JsonObject verdict = everything.get("/v1/audit/verify").json();
            assertFalse(verdict.getBoolean("intact"));
            assertEquals(
                    somebody.id().toString(),
                    verdict.getJsonArray("faults").getJsonObject(0).getString("actor_id"));
        } finally {
            World.update("update audit.events set action = 'user.signed_in' where actor_id = ?", somebody.id());
        }
    }

    @Test
    void anExportIsCompleteInOrderAndVerifiedElsewhere() {
        history(1234);

        Answer export = api.get(ofCompany("export"));

        assertEquals("application/x-ndjson", export.header("Content-Type"));
        List<JsonObject> lines = OfflineChain.lines(export.body());
        assertEquals(
                LongStream.rangeClosed(1, 1234).boxed().toList(),
                lines.stream().map(OfflineChain::number).toList());
        assertEquals(Optional.empty(), OfflineChain.firstBroken(lines));
        assertEquals(
                lines.get(1233).getString("hash"),
                api.get(ofCompany("verify")).json().getString("last_hash"));
        assertEquals(JsonValue.NULL, lines.get(0).get("previous_hash"));
    }

    @Test
    void anExportIsFiltered() {
        history(3);
        World.invite(api, company, World.newEmail());

        List<JsonObject> lines = OfflineChain.lines(
                api.get(ofCompany("export") + "&action=invitation.created").body());

        assertEquals(Set.of("invitation.created"), texts(lines, "action"));
        assertEquals(4, OfflineChain.number(lines.get(0)));
    }

    @Test
    void whatHappensAtOnceIsChainedWithoutAGap() throws Exception {
        List<String> emails =
                IntStream.range(0, 50).mapToObj(i -> World.newEmail()).toList();
        AtOnce.call(emails.stream()
                .<Callable<JsonObject>>map(email -> () -> World.invite(api, company, email))
                .toList());

        List<JsonObject> lines = OfflineChain.lines(api.get(ofCompany("export")).body());
        assertEquals(
                50,
                lines.stream()
                        .filter(line -> line.getString("action").equals("invitation.created"))
                        .count());
        assertEquals(Optional.empty(), OfflineChain.firstBroken(lines));
        assertTrue(api.get(ofCompany("verify")).json().getBoolean("intact"));
    }
}
