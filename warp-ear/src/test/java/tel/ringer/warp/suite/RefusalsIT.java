package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Person;

/** What the audit log says of requests that were refused, and what it does not. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RefusalsIT {
    /** As the parts for tests set it: a few of each caller at each route. */
    private static final int PER_MINUTE = 10;

    private final Api everything = World.superAdmin().api();

    private List<JsonObject> events(String query) {
        Answer answer = everything.get("/v1/audit/events?" + query);
        assertEquals(200, answer.status(), answer.body());
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private Optional<JsonObject> ofRequest(String action, String requestId) {
        return events("limit=200&action=" + action).stream()
                .filter(event -> event.getString("request_id").equals(requestId))
                .findFirst();
    }

    @Test
    void aRefusalTellsWhoTriedWhatAndNoId() {
        Person person = World.person();
        Answer refused = person.api().get("/v1/customers/" + UUID.randomUUID());
        assertEquals(403, refused.status());

        List<JsonObject> events = events("action=request.refused&actor_id=" + person.id());

        assertEquals(1, events.size());
        JsonObject event = events.get(0);
        assertEquals("user:" + person.id(), event.getString("actor"));
        assertEquals(refused.header("X-Request-Id"), event.getString("request_id"));
        JsonObject details = event.getJsonObject("details");
        assertEquals("GET", details.getString("method"));
        assertEquals("/v1/customers/{customerId}", details.getString("route"));
        assertEquals(403, details.getInt("status"));
        assertEquals("forbidden", details.getString("code"));
    }

    @Test
    void ofABurstAHandfulIsWrittenAndTheNextTellsHowManyWereNot() {
        Person person = World.person();
        Api api = person.api();
        int burst = 300;
        IntStream.range(0, burst)
                .forEach(i -> assertEquals(403, api.get("/v1/customers").status()));
        String path = "limit=200&action=request.refused&actor_id=" + person.id();
        int written = events(path).size();
        assertTrue(written >= PER_MINUTE && written < burst / 5, "written: " + written);

        JsonObject telling = Await.until("an event that tells of the suppressed ones", () -> {
            api.get("/v1/customers");
            return events(path).stream()
                    .filter(event -> event.getJsonObject("details").containsKey("suppressed"))
                    .findFirst();
        });

        assertTrue(telling.getJsonObject("details").getInt("suppressed") > 0, telling.toString());
        long told = events(path).stream()
                .mapToLong(event -> 1 + event.getJsonObject("details").getInt("suppressed", 0))
                .sum();
        assertTrue(told >= burst / 2, "told: " + told);
    }

    @Test
    void anAnonymousRefusalIsNobodys() {
        String requestId = refusedBy(Api.anonymous());

        JsonObject event = ofRequest("request.refused", requestId).orElseThrow();

        assertEquals("anonymous", event.getString("actor"));
        assertEquals(401, event.getJsonObject("details").getInt("status"));
        assertEquals("unauthenticated", event.getJsonObject("details").getString("code"));
    }

    /** Anonymous callers share their few: others may have used them up just now. */
    private String refusedBy(Api api) {
        return Await.until("a refusal that is written", () -> {
            Answer refused = api.get("/v1/admin/user-types/" + UUID.randomUUID() + "/permissions");
            assertEquals(401, refused.status());
            String requestId = refused.header("X-Request-Id");
            return ofRequest("request.refused", requestId).map(event -> requestId);
        });
    }

    @Test
    void aTokenThatCannotBeVerifiedIsARefusalAndIsNotWritten() {
        String token = "e30." + UUID.randomUUID() + ".x";
        String requestId = refusedBy(Api.anonymous().as(token));

        JsonObject event = ofRequest("request.refused", requestId).orElseThrow();

        assertEquals("unverified_token", event.getJsonObject("details").getString("code"));
        assertEquals("0", World.query("select count(*) from audit.events e where e::text like '%' || ? || '%'", token));
    }

    @Test
    void aRefusedSignInTellsWhyButNeitherTokenNorAddress() {
        String email = World.newEmail();
        String token = World.idToken(email);
        String requestId = Await.until("a refusal that is written", () -> {
            Answer refused = Api.anonymous().exchange(token);
            assertEquals(403, refused.status());
            return Optional.of(refused.header("X-Request-Id"))
                    .filter(id -> ofRequest("sign_in.refused", id).isPresent());
        });

        JsonObject event = ofRequest("sign_in.refused", requestId).orElseThrow();

        assertEquals("not_invited", event.getJsonObject("details").getString("code"));
        assertEquals("/auth/exchange", event.getJsonObject("details").getString("route"));
        for (String secret : List.of(token, email)) {
            assertEquals(
                    "0", World.query("select count(*) from audit.events e where e::text like '%' || ? || '%'", secret));
        }
    }

    @Test
    void whatIsOnlyNotThereIsNoRefusal() {
        Person admin = World.member(World.company(), "customer_admin", "OWNER");
        assertEquals(404, admin.api().get("/v1/customers/" + UUID.randomUUID()).status());

        assertEquals(List.of(), events("action=request.refused&actor_id=" + admin.id()));
    }
}
