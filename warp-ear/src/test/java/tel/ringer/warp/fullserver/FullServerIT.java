package tel.ringer.warp.fullserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.RawRequest;

/** A freshly started full server whose first deployment is the EAR, as the administrators' script leaves it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullServerIT {
    private static final String ACME = "00000000-0000-4000-8000-000000000001";

    private @Nullable Surroundings startedSurroundings;
    private @Nullable FullServer startedServer;
    private @Nullable Answer veryFirst;

    @BeforeAll
    void installOnAFreshServer() throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty("warp.test.folder"), "full-server"));
        Path log = folder.resolve("scripts.log");
        Files.deleteIfExists(log);
        startedSurroundings = Surroundings.start(folder);
        startedServer = FullServer.fresh(Path.of(System.getProperty("warp.test.payara-home")), log);
        Map<String, String> settings = new HashMap<>(surroundings().settings());
        settings.put("WARP_PUBLIC_URL", server().address().toString());
        install(settings);
        veryFirst = nobody().get("/v1/customers");
        surroundings().addDemoData();
    }

    private void install(Map<String, String> settings) throws Exception {
        server().install(
                        Path.of(System.getProperty("warp.test.root"), "server-config/server/install.sh"),
                        Path.of(System.getProperty("warp.test.ear")),
                        settings);
        server().awaitReady();
    }

    @AfterAll
    void remove() throws Exception {
        try {
            if (startedServer != null) {
                startedServer.delete();
            }
        } finally {
            if (startedSurroundings != null) {
                startedSurroundings.close();
            }
        }
    }

    @Test
    void theVeryFirstRequestIsRefusedToWhoeverIsNotSignedIn() {
        Answer answer = present(veryFirst);

        assertEquals(401, answer.status(), answer.body());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals("unauthenticated", answer.code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "GET /v1/customers",
                "GET /v1/customers/" + ACME,
                "GET /v1/customers/by-ban/TEST-001",
                "POST /v1/admin/customers/" + ACME + "/invitations",
                "GET /v1/admin/invitations",
                "GET /v1/admin/invitations/" + ACME,
                "DELETE /v1/admin/invitations/" + ACME,
                "POST /v1/admin/invitations/" + ACME + "/resend",
                "POST /auth/logout",
                "GET /auth/validate"
            })
    void everyGuardedRouteRefusesWhoeverHasNoTokenOrAForgedOne(String method, String path) {
        String body = "{\"email\":\"somebody@people.example\",\"user_type\":\"viewer\",\"role\":\"USER\"}";
        boolean creates = path.endsWith("/customers/" + ACME + "/invitations");
        for (Api caller : List.of(nobody(), nobody().as("x.y.z"))) {
            Answer answer = creates ? caller.postText(path, body) : caller.method(method, path);
            assertEquals(401, answer.status(), answer.body());
        }
    }

    @Test
    void theBodyOfATraceIsNoRequest() {
        RawRequest.assertTheBodyOfATraceIsNoRequest(server().address());
    }

    @Test
    void staffSeeEveryCustomerOnceTheyAreSignedIn() {
        JsonObject page = staff().get("/v1/customers?include=total").json();

        assertEquals(3, page.getJsonObject("page").getInt("total"));
    }

    @Test
    void anApiKeyIsAcceptedWhereATokenIsUntilItIsRevoked() {
        JsonObject created = staff().postText(
                        "/v1/admin/customers/" + ACME + "/api-keys", "{\"name\":\"Portal\",\"user_type\":\"viewer\"}")
                .json();
        Api machine = nobody().as(created.getString("key"));

        assertEquals(200, machine.get("/v1/customers/" + ACME).status());
        assertEquals("API_KEY", machine.get("/auth/validate").json().getString("kind"));
        assertEquals(
                204,
                staff().delete("/v1/admin/customers/" + ACME + "/api-keys/" + created.getString("id"))
                        .status());
        Answer refused = machine.get("/v1/customers/" + ACME);
        assertEquals(401, refused.status());
        assertEquals("unauthenticated", refused.code());
    }

    @Test
    void theMailedLinkShowsTheInvitationToWhoeverHoldsIt() {
        String address = newAddress();
        invite(address);

        Answer answer = nobody().get(surroundings().linkMailedTo(address));

        assertEquals(200, answer.status());
        assertEquals("application/json", answer.header("Content-Type"));
    }

    @Test
    void theMailedLinkShowsAPageInABrowser() {
        String address = newAddress();
        invite(address);

        Answer answer = nobody().getPage(surroundings().linkMailedTo(address));

        assertEquals(200, answer.status());
        assertTrue(answer.body().contains("Acme Telecom Corp"));
    }

    @Test
    void theTimerRecordsThatItDeliveredTheMail() {
        String id = invite(newAddress()).getString("id");

        Await.untilTrue("the delivery", () -> staff().get("/v1/admin/invitations/" + id)
                .json()
                .getJsonObject("delivery")
                .getString("status")
                .equals("SENT"));
    }

    @Test
    void whoeverAcceptsSeesTheirCustomerAndNoOther() {
        String address = newAddress();
        invite(address);
        Answer accepted = accept(address);
        assertEquals(200, accepted.status(), accepted.body());
        String token = accepted.json().getJsonObject("session").getString("access_token");

        List<JsonObject> customers = nobody().as(token)
                .get("/v1/customers")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);

        assertEquals(
                List.of(ACME),
                customers.stream().map(customer -> customer.getString("id")).toList());
    }

    @Test
    void anInvitationIsAcceptedOnce() {
        String address = newAddress();
        invite(address);
        accept(address);

        Answer second = accept(address);

        assertEquals(409, second.status());
        assertEquals("invitation_already_accepted", second.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/started", "/health/live", "/health/ready"})
    void everyProbeFindsItWell(String probe) {
        assertEquals(200, nobody().get(probe).status());
    }

    @Test
    void theApiDescribesItself() {
        Answer description = nobody().get("/openapi?format=JSON");

        assertEquals(200, description.status());
        assertTrue(description.json().getJsonObject("paths").containsKey("/v1/admin/invitations/{invitationId}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/metrics/base", "/metrics/vendor", "/metrics/application"})
    void metricsAreNotForEverybody(String path) {
        Answer answer = nobody().get(path);

        assertNotEquals(200, answer.status());
        assertFalse(answer.body().contains("# TYPE"));
    }

    @Test
    void itComesBackAfterARestart() throws Exception {
        server().restart();
        server().awaitReady();

        assertEquals(401, nobody().get("/v1/customers").status());
    }

    @Test
    void peopleChooseBetweenTheProvidersAndTheWordOfEachIsTaken() {
        Answer choice = nobody().getPage("/auth/login");
        assertEquals(200, choice.status(), choice.body());
        assertTrue(choice.body().contains("/auth/login?provider=default&amp;"), choice.body());
        assertTrue(choice.body().contains("Continue with Further"), choice.body());

        Answer chosen = nobody().get("/auth/login?provider=further");
        assertEquals(303, chosen.status());
        assertTrue(
                chosen.header("Location")
                        .startsWith(surroundings().furtherProvider().issuer()),
                chosen.header("Location"));

        Answer stranger = nobody().exchange(surroundings().furtherProvider().idToken(newAddress()));
        assertEquals("not_invited", stranger.code());
        assertEquals(
                "unknown_provider", nobody().get("/auth/login?provider=nobody").code());
    }

    @Test
    void theScriptTakesEverySettingThatHasADefault() throws Exception {
        Path root = Path.of(System.getProperty("warp.test.root"));
        List<String> known = List.of(Files.readString(root.resolve("server-config/server/install.sh"))
                .split("[\\s\"]+"));
        List<String> missing = Files.readAllLines(
                        root.resolve("warp-ejb/src/main/resources/META-INF/microprofile-config.properties"))
                .stream()
                .filter(line -> line.startsWith("warp."))
                .map(line -> line.substring(0, line.indexOf('=')))
                .filter(setting -> !known.contains(setting))
                .toList();

        assertEquals(List.of(), missing);
    }

    @Test
    void installingAgainKeepsTheSettings() throws Exception {
        install(Map.of());

        assertEquals(200, staff().get("/v1/customers").status());
    }

    @Test
    void theInstallationTellsNoSecret() throws Exception {
        String output = server().output();

        assertTrue(output.contains("WARP answers at " + server().address()));
        assertFalse(surroundings().secrets().stream().anyMatch(output::contains));
    }

    private JsonObject invite(String address) {
        Answer answer = staff().post(
                        "/v1/admin/customers/" + ACME + "/invitations",
                        Json.createObjectBuilder()
                                .add("email", address)
                                .add("user_type", "viewer")
                                .add("role", "USER")
                                .build());
        assertEquals(201, answer.status(), answer.body());
        return answer.json();
    }

    private Answer accept(String address) {
        JsonObject body = Json.createObjectBuilder()
                .add("id_token", surroundings().provider().idToken(address))
                .build();
        return nobody().post(surroundings().linkMailedTo(address) + "/accept", body);
    }

    private Api staff() {
        Answer answer = nobody().exchange(surroundings().provider().idToken("super@warp.example"));
        assertEquals(200, answer.status(), answer.body());
        return nobody().as(answer.json().getString("access_token"));
    }

    private Api nobody() {
        return server().api();
    }

    private FullServer server() {
        return present(startedServer);
    }

    private Surroundings surroundings() {
        return present(startedSurroundings);
    }

    private static String newAddress() {
        return "person-" + UUID.randomUUID() + "@people.example";
    }

    private static <T> T present(@Nullable T started) {
        if (started == null) {
            throw new IllegalStateException("Started before every test");
        }
        return started;
    }
}
