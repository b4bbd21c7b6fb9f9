package tel.ringer.warp.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.TcpRelay;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** Without its database WARP says so and when to come again, and goes on by itself when it is back. */
@SuppressWarnings("NullAway.Init")
class DatabaseOutageIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static TcpRelay relay;
    private static Nodes nodes;

    private final Company company = World.company();
    private final Person person = World.member(company, "customer_admin", "OWNER");

    @BeforeAll
    static void start() throws Exception {
        String url = Objects.requireNonNull(PartsForTests.environment().get("WARP_DB_URL"));
        URI database = URI.create(url.substring("jdbc:".length()));
        relay = TcpRelay.to(database.getHost(), database.getPort());
        nodes = Nodes.start(
                1,
                Map.of("WARP_DB_URL", url.replace(database.getAuthority(), database.getHost() + ":" + relay.port())));
    }

    @AfterAll
    static void stop() throws Exception {
        nodes.close();
        relay.close();
    }

    private Api signedIn() {
        Answer answer = nodes.first().exchange(World.idToken(person.email()));
        assertEquals(200, answer.status(), answer.body());
        return nodes.first().as(answer.json().getString("access_token"));
    }

    /** Connections of before are found out within a second. */
    private void mend() {
        relay.mend();
        Await.untilTrue(
                "the node is ready", () -> nodes.first().get("/health/ready").status() == 200);
        Await.untilTrue(
                "who signs in gets in",
                () -> nodes.first().exchange(World.idToken(person.email())).status() == 200);
    }

    private static void assertLater(Answer answer) {
        assertEquals(503, answer.status(), answer.body());
        assertEquals("temporarily_unavailable", answer.code());
        assertEquals("5", answer.header("Retry-After"));
    }

    @Test
    void whoeverAsksMeanwhileIsToldWhenToComeAgain() throws Exception {
        Api api = signedIn();
        JsonObject invitation =
                World.invitation(World.newEmail(), "viewer", "USER").build();
        Map<String, String> once = Map.of("Idempotency-Key", "k-" + company.id());
        String invitations = "/v1/admin/customers/" + company.id() + "/invitations";

        relay.cut();
        try {
            assertLater(api.get("/v1/customers"));
            assertLater(api.postWith(invitations, once, Optional.of(invitation)));
            assertLater(nodes.first().exchange(World.idToken(person.email())));
            assertLater(nodes.first()
                    .post(
                            "/auth/refresh",
                            Json.createObjectBuilder().add("refresh_token", "x").build()));
            assertLater(nodes.first().getWith("/invitations/" + company.id(), Map.of("Accept", "application/json")));
            assertEquals(
                    503, nodes.first().getPage("/invitations/" + company.id()).status());
            Await.untilTrue(
                    "the node is not ready",
                    () -> nodes.first().get("/health/ready").status() == 503);
        } finally {
            mend();
        }

        Await.untilTrue(
                "the node is ready", () -> nodes.first().get("/health/ready").status() == 200);
        assertEquals(200, api.get("/v1/customers").status());
        assertEquals(
                201, api.postWith(invitations, once, Optional.of(invitation)).status());
    }

    @Test
    void eachLineOfTheLogTellsWhoseRequestAndTraceItIs() throws Exception {
        Api api = signedIn();
        String id = "outage-" + company.id();

        relay.cut();
        try {
            Answer answer = api.getWith(
                    "/v1/customers", Map.of("X-Request-Id", id, "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"));
            assertEquals(id, answer.header("X-Request-Id"));
            assertEquals(id, answer.json().getString("request_id"));
        } finally {
            mend();
        }

        String name = "[" + id + " trace " + TRACE + "] ";
        Await.untilTrue("the log", () -> logs().contains(name + "The database does not answer"));
        List<String> lines = logs().lines().filter(line -> line.contains(name)).toList();
        assertEquals(
                1,
                lines.stream()
                        .filter(line -> line.contains("The database does"))
                        .count(),
                lines.toString());
        // Neither Hibernate nor the server knows WARP's requests.
        assertTrue(lines.stream().anyMatch(line -> line.contains("SQL Error: ")), lines.toString());
    }

    private static String logs() {
        try {
            return nodes.logs();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
