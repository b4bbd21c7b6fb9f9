package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Placeholders;
import tel.ringer.warp.kit.Routes;
import tel.ringer.warp.kit.Web;
import tel.ringer.warp.kit.World;

/** Each answer carries what tells a browser to be careful with it, and nothing that names the server. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HeadersIT {
    private static final List<String> NAMES = List.of(
            "Cache-Control",
            "Content-Security-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "Permissions-Policy",
            "Referrer-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "X-Robots-Tag");

    static void assertSafe(Answer answer, String what) {
        for (String name : NAMES) {
            List<String> values = answer.response().headers().allValues(name);
            assertEquals(1, values.size(), () -> what + " (" + answer.status() + "): " + name + " " + values);
        }
        for (String name : List.of("Server", "X-Powered-By")) {
            assertEquals("", answer.header(name), what);
        }
    }

    @Test
    void eachRouteAnswersWithThemWhoeverAsks() {
        Api superAdmin = World.superAdmin().api();
        assertAll(Routes.all().stream().map(route -> () -> {
            String path =
                    Placeholders.fill(route.path(), name -> UUID.randomUUID().toString());
            for (Api caller : List.of(Api.anonymous(), Api.anonymous().as("x.y.z"), superAdmin)) {
                assertSafe(caller.method(route.method(), path), route.toString());
                assertSafe(caller.method("OPTIONS", path), "OPTIONS " + route.path());
            }
        }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "GET /openapi 200",
                "GET /openapi?format=JSON 200",
                "GET /health 200",
                "GET /health/ready 200",
                "GET /metrics 404",
                "GET /nothing 404",
                "GET /WEB-INF/web.xml 404",
                "GET /internal/error 404",
                "DELETE /auth/exchange 405",
                "POST /auth/exchange 422",
                "GET /v1/customers 401",
                "GET /v1/customers?x=%00 401",
                "GET /invitations/nothing 404",
                "HEAD /.well-known/jwks.json 200"
            })
    void soDoesWhateverElseAnswers(String method, String path, int status) {
        Answer answer = Web.anonymous().send(method, path, BodyPublishers.noBody());

        assertEquals(status, answer.status(), answer.body());
        assertSafe(answer, path);
    }

    @Test
    void soDoesAPage() {
        Answer page = Api.anonymous().getPage("/invitations/" + UUID.randomUUID());

        assertTrue(page.header("Content-Type").startsWith("text/html"));
        assertSafe(page, "page");
    }

    @Test
    void soDoAnswersThatRefuseABody() {
        assertSafe(Web.anonymous().post("/auth/exchange", "x".repeat(2_000_000)), "413");
        assertSafe(Web.anonymous().with("Content-Encoding", "gzip").post("/auth/exchange", "x"), "415");
        assertSafe(Web.anonymous().post("/auth/exchange", "{"), "400");
    }

    @Test
    void withoutTlsNobodyIsToldToUseIt() {
        assertEquals("", Api.anonymous().get("/health").header("Strict-Transport-Security"));
    }
}
