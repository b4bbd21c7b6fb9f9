package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Web;

/** Pages of one named origin may call; those of any other may not, however alike it looks. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CorsIT {
    private static final String NOBODY = "";

    private static Answer preflight(String origin, String path, String method, String headers) {
        return Web.anonymous()
                .with("Origin", origin)
                .with("Access-Control-Request-Method", method)
                .with("Access-Control-Request-Headers", headers)
                .send("OPTIONS", path, BodyPublishers.noBody());
    }

    private static List<String> allowances(Answer answer) {
        return answer.response().headers().map().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.startsWith("access-control-"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/customers", "/auth/validate", "/nothing", "/health/ready", "/invitations/x", "/metrics"})
    void aPageOfTheNamedOriginMayReadWhateverIsAnswered(String path) {
        for (Web caller : List.of(Web.anonymous(), Web.anonymous().with("Authorization", "Bearer x.y.z"))) {
            Answer answer = caller.with("Origin", Web.ORIGIN).get(path);

            assertEquals(Web.ORIGIN, answer.header("Access-Control-Allow-Origin"), path);
            assertEquals("true", answer.header("Access-Control-Allow-Credentials"));
            assertTrue(answer.header("Access-Control-Expose-Headers").contains("Retry-After"));
            assertEquals("Origin", answer.header("Vary"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "*",
                "https://portal.example.evil.example",
                "https://evil-portal.example",
                "https://evil.example/https://portal.example",
                "https://portal.example:8443",
                "http://portal.example",
                "https://PORTAL.example",
                "https://sub.portal.example",
                "https://portal.example/",
                "https://portal.example https://evil.example",
                "https://portal.exampl"
            })
    void aPageOfAnotherMayNot(String origin) {
        Answer answer = Web.anonymous().with("Origin", origin).get("/v1/customers");
        Answer preflight = preflight(origin, "/v1/customers", "GET", "authorization");

        assertEquals(List.of(), allowances(answer));
        assertEquals("Origin", answer.header("Vary"));
        assertEquals(List.of(), allowances(preflight));
        assertTrue(preflight.status() >= 400, preflight.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/customers", "/auth/refresh", "/nothing", "/v1/nothing/at/all"})
    void aPreflightIsAnsweredAlikeForAnyPath(String path) {
        Answer answer = preflight(Web.ORIGIN, path, "PATCH", "authorization,content-type");

        assertEquals(204, answer.status());
        assertEquals(Web.ORIGIN, answer.header("Access-Control-Allow-Origin"));
        assertEquals("DELETE, GET, HEAD, PATCH, POST, PUT", answer.header("Access-Control-Allow-Methods"));
        assertFalse(answer.header("Access-Control-Allow-Headers").contains("*"));
        assertEquals("600", answer.header("Access-Control-Max-Age"));
        assertEquals("", answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "get"})
    void aMethodThatNoOperationHasIsNotAllowed(String method) {
        assertEquals(
                NOBODY,
                preflight(Web.ORIGIN, "/v1/customers", method, "authorization").header("Access-Control-Allow-Methods"));
    }

    @Test
    void aHeaderThatNoOperationReadsIsNotAllowed() {
        assertEquals(
                NOBODY,
                preflight(Web.ORIGIN, "/v1/customers", "GET", "authorization,x-forwarded-for")
                        .header("Access-Control-Allow-Headers"));
    }

    @Test
    void withoutAnOriginNothingIsAllowed() {
        assertEquals(List.of(), allowances(Web.anonymous().get("/v1/customers")));
    }
}
