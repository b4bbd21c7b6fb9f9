package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.TypeOfUser;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** Figures are of what the caller could list, and of nothing else. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DashboardIT {
    private static final String STATS = "/v1/dashboard/stats";
    private static final String ME = "/v1/dashboard/me";
    private static final List<String> SERIES = List.of("new_customers", "invitations_created", "invitations_accepted");

    private final Company company = World.company();
    private final Person owner = World.member(company, "customer_admin", "OWNER");
    private final Api asOwner = owner.api();

    private static JsonObject stats(Api api) {
        Answer answer = api.get(STATS);
        assertEquals(200, answer.status(), answer.body());
        return answer.json();
    }

    /** How many on each day, the oldest first. */
    private static List<Integer> counts(JsonObject stats, String series) {
        return stats.getJsonArray(series).stream()
                .map(JsonValue::asJsonObject)
                .map(day -> day.getInt("count"))
                .toList();
    }

    private static int sum(JsonObject stats, String series) {
        return counts(stats, series).stream().mapToInt(Integer::intValue).sum();
    }

    private static Set<String> texts(JsonArray array) {
        return Set.copyOf(array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList());
    }

    @Test
    void whoHoldsNothingSeesZerosAndNoError() {
        Person person = World.person();
        JsonObject stats = stats(person.api());

        assertEquals(
                "{\"active\":0,\"closed\":0,\"suspended\":0,\"total\":0,\"trial\":0}",
                stats.getJsonObject("customers").toString());
        assertEquals("{\"active\":0,\"total\":0}", stats.getJsonObject("users").toString());
        assertEquals(
                "{\"expiring\":0,\"pending\":0}",
                stats.getJsonObject("invitations").toString());
        assertEquals(
                "{\"failed\":0,\"waiting\":0}", stats.getJsonObject("mails").toString());
        assertEquals("[]", stats.getJsonArray("unavailable").toString());
        SERIES.forEach(series -> {
            assertEquals(30, counts(stats, series).size(), series);
            assertEquals(0, sum(stats, series), series);
        });
        JsonObject own = person.api().get(ME).json();
        assertEquals(person.email(), own.getString("email"));
        assertEquals(
                "{\"count\":0,\"items\":[]}", own.getJsonObject("customers").toString());
    }

    @Test
    void eachFigureIsWhatTheScopeHolds() {
        World.member(company, "viewer", "USER");
        Person left = World.member(company, "viewer", "USER");
        World.update("update auth.users set status = 'INACTIVE' where id = ?", left.id());
        Company suspended = World.company();
        World.update("update accounts.customers set status = 'SUSPENDED' where id = ?", suspended.id());
        World.grant(owner, suspended, "customer_admin", "OWNER");
        World.apiKey(asOwner, company, "viewer");
        String soon = World.invite(asOwner, company, World.newEmail()).getString("id");
        World.update(
                "update auth.user_invitations set expires_at = now() + interval '2 days' where id = ?::uuid", soon);
        String later = World.invite(asOwner, company, World.newEmail()).getString("id");
        World.update(
                "update auth.user_invitations set expires_at = now() + interval '20 days' where id = ?::uuid", later);
        String over = World.invite(asOwner, company, World.newEmail()).getString("id");
        World.update("update auth.user_invitations set expires_at = now() where id = ?::uuid", over);
        World.deadMailOf(later);
        String accepting = World.newEmail();
        World.invite(asOwner, company, accepting);
        assertEquals(
                200,
                Api.anonymous()
                        .accept(World.tokenMailedTo(accepting), World.idToken(accepting))
                        .status());
        World.sentMailOf(soon);

        JsonObject stats = stats(asOwner);

        assertEquals(
                "{\"active\":1,\"closed\":0,\"suspended\":1,\"total\":2,\"trial\":0}",
                stats.getJsonObject("customers").toString());
        assertEquals("{\"active\":3,\"total\":4}", stats.getJsonObject("users").toString());
        assertEquals(
                "{\"expiring\":1,\"pending\":2}",
                stats.getJsonObject("invitations").toString());
        assertEquals(1, stats.getJsonObject("mails").getInt("failed"));
        assertEquals(2, sum(stats, "new_customers"));
        assertEquals(4, sum(stats, "invitations_created"));
        assertEquals(1, sum(stats, "invitations_accepted"));
        assertEquals("[]", stats.getJsonArray("unavailable").toString());
        assertEquals(
                asOwner.get("/v1/admin/invitations?status=PENDING&include=total")
                        .json()
                        .getJsonObject("page")
                        .getInt("total"),
                stats.getJsonObject("invitations").getInt("pending"));
    }

    @Test
    void seriesHaveEachOfTheLastThirtyDaysOfUtc() {
        World.update(
                "update accounts.customers set created_at = (date_trunc('day', now() at time zone 'UTC') - interval '29 days') at time zone 'UTC' where id = ?",
                company.id());
        Company older = World.company();
        World.update(
                "update accounts.customers set created_at = (date_trunc('day', now() at time zone 'UTC') - interval '29 days' - interval '1 microsecond') at time zone 'UTC' where id = ?",
                older.id());
        World.grant(owner, older, "customer_admin", "OWNER");
        World.grant(owner, World.company(), "customer_admin", "OWNER");

        JsonObject stats = stats(asOwner);

        List<Integer> expected = new ArrayList<>(Collections.nCopies(30, 0));
        expected.set(0, 1);
        expected.set(29, 1);
        assertEquals(expected, counts(stats, "new_customers"));
        assertEquals(
                World.query("select ((now() at time zone 'UTC')::date)::text"),
                stats.getJsonArray("new_customers").getJsonObject(29).getString("day"));
    }

    @Test
    void whatTheCallerMayNotListIsAbsent() {
        World.invite(asOwner, company, World.newEmail());
        JsonObject stats = stats(World.member(company, "viewer", "USER").api());

        assertEquals(Set.of("customers", "users", "new_customers", "unavailable"), stats.keySet(), stats.toString());
        assertEquals(1, stats.getJsonObject("customers").getInt("total"));
    }

    @Test
    void eachPartIsOfTheCustomersAtWhichItMayBeListed() {
        Company viewed = World.company();
        World.grant(owner, viewed, "viewer", "USER");
        World.invite(World.superAdmin().api(), viewed, World.newEmail());
        World.invite(asOwner, company, World.newEmail());

        JsonObject stats = stats(asOwner);

        assertEquals(2, stats.getJsonObject("customers").getInt("total"));
        assertEquals(1, stats.getJsonObject("invitations").getInt("pending"));
        assertEquals(1, sum(stats, "invitations_created"));
        assertEquals(2, sum(stats, "new_customers"));
        assertEquals(1, asOwner.get(ME).json().getInt("invitations_pending"));
    }

    @Test
    void whatHappensAtForeignCustomersChangesNoFigure() {
        World.invite(asOwner, company, World.newEmail());
        World.sentMailOf(
                World.query("select id::text from auth.user_invitations where customer_id = ? limit 1", company.id()));
        String before = stats(asOwner).toString();
        Company foreign = World.company();
        World.member(foreign, "viewer", "USER");
        World.deadMailOf(World.invite(World.superAdmin().api(), foreign, World.newEmail())
                .getString("id"));

        assertEquals(before, stats(asOwner).toString());
    }

    @Test
    void whoHoldsEverythingSeesAll() {
        JsonObject stats = stats(World.superAdmin().api());

        assertEquals(
                World.query("select count(*) from accounts.customers"),
                Integer.toString(stats.getJsonObject("customers").getInt("total")));
        assertEquals(
                World.query(
                        "select count(distinct u.id) from auth.users u join auth.user_customer_access g on g.user_id = u.id where u.kind = 'PERSON'"),
                Integer.toString(stats.getJsonObject("users").getInt("total")));
        assertEquals(
                World.query(
                        "select count(*) from auth.user_invitations where status = 'PENDING' and expires_at > now()"),
                Integer.toString(stats.getJsonObject("invitations").getInt("pending")));
        assertTrue(World.superAdmin()
                        .api()
                        .get(ME)
                        .json()
                        .getJsonObject("customers")
                        .getInt("count")
                > 0);
    }

    @Test
    void aPartThatFailsIsToldAndTakesNoOtherWithIt() {
        World.invite(asOwner, company, World.newEmail());
        JsonObject whole = stats(asOwner);
        World.update("revoke select on notification.outbox from warp_app");
        JsonObject stats;
        try {
            stats = stats(asOwner);
        } finally {
            World.update("grant select on notification.outbox to warp_app");
        }

        assertEquals(Set.of("mails"), texts(stats.getJsonArray("unavailable")));
        assertFalse(stats.containsKey("mails"), stats.toString());
        for (String part : List.of("customers", "users", "invitations", "new_customers", "invitations_created")) {
            assertEquals(whole.get(part), stats.get(part), part);
        }
        assertEquals("[]", stats(asOwner).getJsonArray("unavailable").toString());
    }

    @Test
    void theOwnPageTellsWhoOneIsAndWhere() {
        Company viewed = World.company();
        World.grant(owner, viewed, "viewer", "USER");
        World.invite(asOwner, company, World.newEmail());

        Answer answer = asOwner.get(ME);

        assertEquals(200, answer.status(), answer.body());
        JsonObject own = answer.json();
        assertEquals(owner.id().toString(), own.getString("user_id"));
        assertEquals(owner.email(), own.getString("email"));
        assertEquals("Person " + owner.email(), own.getString("display_name"));
        assertFalse(own.containsKey("platform_type"));
        assertEquals(1, own.getInt("invitations_pending"));
        JsonObject customers = own.getJsonObject("customers");
        assertEquals(2, customers.getInt("count"));
        JsonObject one = customers.getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(item -> item.getString("id").equals(viewed.id().toString()))
                .findFirst()
                .orElseThrow();
        assertEquals("viewer", one.getString("user_type"));
        assertEquals("USER", one.getString("role"));
        assertEquals(viewed.ban(), one.getString("ban"));
        assertEquals("ACTIVE", one.getString("status"));
    }

    @Test
    void theOwnPageShowsTheFirstFiftyCustomersAndCountsAll() {
        Person person = World.person("admin");
        for (int i = 0; i < 52; i++) {
            World.grant(person, World.company(), null, "USER");
        }

        JsonObject customers = person.api().get(ME).json().getJsonObject("customers");

        assertEquals(52, customers.getInt("count"));
        assertEquals(50, customers.getJsonArray("items").size());
        assertEquals("admin", customers.getJsonArray("items").getJsonObject(0).getString("user_type"));
    }

    @Test
    void aTypeThatListsNoCustomersShowsNone() {
        TypeOfUser type = TypeOfUser.permitting("GET /v1/admin/invitations");
        Api api = World.member(company, type.name(), "USER").api();

        assertEquals(
                Set.of("invitations", "invitations_created", "invitations_accepted", "unavailable"),
                stats(api).keySet());
        assertEquals(
                "{\"count\":0,\"items\":[]}",
                api.get(ME).json().getJsonObject("customers").toString());
    }

    @Test
    void anApiKeySeesWhatItMayList() {
        Api key = Api.anonymous().as(World.apiKey(asOwner, company, "viewer").getString("key"));

        assertEquals(1, stats(key).getJsonObject("customers").getInt("total"));
        assertEquals(200, key.get(ME).status());
    }

    @Test
    void nobodyIsTurnedAwayInFull() {
        Answer answer = Api.anonymous().get(STATS);

        assertEquals(401, answer.status());
        assertEquals("unauthenticated", answer.code());
        assertEquals("urn:warp:problem:unauthenticated", answer.json().getString("type"));
        assertEquals(answer.header("X-Request-Id"), answer.json().getString("request_id"));
        assertEquals(401, Api.anonymous().get(ME).status());
        assertEquals(400, asOwner.get(STATS + "?days=3").status());
        assertEquals(404, asOwner.get("/v1/dashboard/" + UUID.randomUUID()).status());
    }
}
