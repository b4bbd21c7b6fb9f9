package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PlatformIT {
    private final Api nobody = Api.anonymous();

    private Set<String> checks(String path) {
        Answer answer = nobody.get(path);
        assertEquals(200, answer.status(), path);
        return answer.json().getJsonArray("checks").stream()
                .map(JsonValue::asJsonObject)
                .map(check -> check.getString("name") + " " + check.getString("status"))
                .collect(Collectors.toSet());
    }

    @Test
    void eachProbeNamesWhatItChecks() {
        assertEquals(Set.of("started UP"), checks("/health/started"));
        assertEquals(Set.of("memory UP"), checks("/health/live"));
        assertEquals(Set.of("database UP", "deployment UP"), checks("/health/ready"));
    }

    @Test
    void metricsAreNotForEverybody() {
        for (String path : List.of("/metrics", "/metrics/base", "/metrics/")) {
            assertEquals(404, nobody.getPage(path).status(), path);
        }
    }

    @Test
    void theDescriptionNamesFieldsAsTheyAreOnTheWire() {
        Set<String> fields = nobody.get("/openapi?format=JSON")
                .json()
                .getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject("CustomerResponse")
                .getJsonObject("properties")
                .keySet();

        assertTrue(fields.containsAll(Set.of("company_name", "customer_type", "created_at")), fields.toString());
    }

    @Test
    void theServerDoesNotDescribeItselfInTwoPlaces() {
        assertEquals(404, nobody.get("/application.wadl").status());
    }

    @Test
    void aRequestIdIsGivenBackAndMadeIfMissingOrHarmful() {
        assertNotEquals("", nobody.get("/v1/customers").header("X-Request-Id"));
        Answer answer = nobody.get("/v1/customers");
        assertEquals(answer.header("X-Request-Id"), answer.json().getString("request_id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nothing",
                "/v1",
                "/v1/nothing",
                "/internal/error",
                "/internal/none",
                "/index.html",
                "/WEB-INF/web.xml"
            })
    void whatDoesNotExistIsAProblemDocumentToo(String path) {
        Answer answer = nobody.get(path);

        assertEquals(404, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals("not_found", answer.code());
    }

    @Test
    void aWrongMethodOrMediaTypeIsAProblemDocumentToo() {
        assertEquals("method_not_allowed", nobody.delete("/auth/exchange").code());
        assertEquals(
                "unsupported_media_type",
                nobody.postAs("/auth/exchange", "text/plain", "x").code());
    }

    @Test
    void everyAnswerHasTheSafeHeaders() {
        for (Answer answer :
                List.of(nobody.get("/v1/customers"), nobody.as("x").get("/v1/customers"), nobody.get("/nothing"))) {
            assertEquals("no-store", answer.header("Cache-Control"));
            assertEquals("nosniff", answer.header("X-Content-Type-Options"));
            assertEquals("no-referrer", answer.header("Referrer-Policy"));
            assertNotEquals("", answer.header("Content-Security-Policy"));
        }
    }

    @Test
    void noLogHoldsAnInvitationsToken() throws IOException {
        Company company = World.company();
        String email = World.newEmail();
        World.invite(World.member(company, "customer_admin", "OWNER").api(), company, email);
        String token = World.tokenMailedTo(email);
        nobody.get("/invitations/" + token);
        nobody.getPage("/invitations/" + token);
        nobody.accept(token, "rubbish");
        nobody.accept(token, World.idToken(email));

        try (Stream<Path> logs = Files.list(Path.of(System.getProperty("warp.test.folder")))
                .filter(file -> file.getFileName().toString().startsWith("server.log"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : logs.toList()) {
                all.append(Files.readString(file));
            }
            assertFalse(all.isEmpty());
            assertFalse(all.indexOf(token) >= 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-Match", "If-None-Match"})
    void aMalformedETagIsRefused(String header) {
        Answer answer = nobody.getWith("/.well-known/jwks.json", Map.of(header, "x"));

        assertEquals(400, answer.status(), answer.body());
        assertEquals("malformed_if_match", answer.code());
    }
}
