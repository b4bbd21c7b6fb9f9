package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Browser;
import tel.ringer.warp.kit.Page;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.Recorded;
import tel.ringer.warp.kit.Route;
import tel.ringer.warp.kit.Routes;
import tel.ringer.warp.kit.SendGridSimulator;
import tel.ringer.warp.kit.Web;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** Each operation is called, and answers what the description says; kit/Contract holds each answer against it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ContractIT {
    private static final Path NOTES = OpenApiIT.ROOT.resolve("warp-web/src/main/resources/openapi");
    private static final Path PROPOSALS = OpenApiIT.ROOT.resolve("warp-ear/target/openapi");

    /** With several providers alone: FullServerIT has them. */
    private static final Set<String> ELSEWHERE = Set.of("beginSignIn 200");

    private final Api nobody = Api.anonymous();
    private final Company company = World.company();
    private final Api owner = World.member(company, "customer_admin", "OWNER").api();

    @Test
    void eachOperationIsCalledAndHasItsExamples() {
        callWhatIsDecidedByPermission();
        callWhatIsOfWhoeverIsSignedIn();
        callWhatIsPublic();
        callLinks();
        callPages();
        inviteVeryMany();

        List<String> missing = new ArrayList<>();
        OpenApiIT.contract()
                .document()
                .get("paths")
                .forEach(path -> path.forEach(operation -> missing.addAll(missing(operation))));
        assertEquals(List.of(), missing, () -> String.join("\n", missing));
    }

    private static List<String> missing(JsonNode operation) {
        String id = operation.get("operationId").asText();
        List<String> missing = new ArrayList<>();
        Set<String> seen = Recorded.statusesOf(id);
        operation.get("responses").properties().forEach(answer -> {
            if (answer.getKey().compareTo("400") < 0) {
                if (!seen.contains(answer.getKey()) && !ELSEWHERE.contains(id + ' ' + answer.getKey())) {
                    missing.add(id + " was never seen to answer " + answer.getKey() + " (seen: " + seen + ")");
                }
                addUnlessExample(id + "'s answer " + answer.getKey(), answer.getValue(), missing);
            }
        });
        addUnlessExample(id + "'s request", operation.path("requestBody"), missing);
        if (!missing.isEmpty()) {
            Recorded.propose(id, NOTES.resolve(id + ".json"), PROPOSALS);
        }
        return missing;
    }

    private static void addUnlessExample(String what, JsonNode described, List<String> missing) {
        JsonNode json = described.path("content").path("application/json");
        if (!json.isMissingNode() && !json.has("example")) {
            missing.add(
                    what + " has no example: cp warp-ear/target/openapi/*.json warp-web/src/main/resources/openapi/");
        }
    }

    private static void callWhatIsDecidedByPermission() {
        Api superAdmin = World.superAdmin().api();
        for (Route route : Routes.all()) {
            if (route.isDecidedByPermission()) {
                Answer answer = RoutesIT.call(route, superAdmin, RoutesIT.readyFor(route));
                assertTrue(answer.status() < 300, () -> route + ": " + answer.body());
            }
        }
    }

    private void callWhatIsOfWhoeverIsSignedIn() {
        Person person = World.member(company, "viewer", "USER");
        String tokens = person.signIn().getString("access_token");
        String session = person.api().get("/auth/validate").json().getString("session_id");
        Map<String, String> values = Map.of("customerId", company.id().toString(), "sessionId", session);
        for (Route route : Routes.all()) {
            if (route.isOfWhoeverIsSignedIn()
                    && !route.path().equals("/auth/logout")
                    && !route.toString().equals("DELETE /auth/sessions")) {
                RoutesIT.call(route, nobody.as(tokens), values);
            }
        }
        nobody.as(tokens).delete("/auth/sessions");
        person.api().post("/auth/logout");
    }

    private void callWhatIsPublic() {
        Person person = World.person();
        String refresh = person.signIn().getString("refresh_token");
        nobody.post(
                "/auth/refresh",
                Json.createObjectBuilder().add("refresh_token", refresh).build());
        String tag = nobody.get("/.well-known/jwks.json").header("ETag");
        nobody.getWith("/.well-known/jwks.json", Map.of("If-None-Match", tag));
        String mail =
                World.sentMailOf(World.invite(owner, company, World.newEmail()).getString("id"));
        SendGridSimulator.post(SendGridSimulator.event("delivered", mail).build());
        nobody.as(PartsForTests.DSN_TOKEN).postAs("/webhooks/dsn", "message/rfc822", "Subject: none\r\n\r\nNothing");
    }

    private String invited(String email) {
        World.invite(owner, company, email);
        return World.tokenMailedTo(email);
    }

    private void callLinks() {
        String email = World.newEmail();
        String token = invited(email);
        nobody.get("/invitations/" + token);
        nobody.accept(token, World.idToken(email));
        String other = World.newEmail();
        nobody.decline(invited(other), World.idToken(other));
        String late = World.newEmail();
        String expired = invited(late);
        World.update("update auth.user_invitations set expires_at = now() where email_normalised = ?", late);
        nobody.post("/invitations/" + expired + "/renewal-request");
        Web browser = Web.anonymous().with("Sec-Fetch-Site", "same-origin").with("Accept", "text/html");
        browser.send("POST", "/invitations/" + expired + "/renewal-request", BodyPublishers.noBody());
    }

    private void callPages() {
        String link = "/invitations/" + invited(World.newEmail());
        Web browser = Web.anonymous().with("Sec-Fetch-Site", "same-origin").with("Accept", "text/html");
        browser.with("Content-Type", "application/x-www-form-urlencoded").post(link + "/sign-in", "provider=default");
        browser.get(link + "/never-again");
        browser.send("POST", link + "/never-again", BodyPublishers.noBody());
        Browser guest = Browser.fresh();
        Page form = guest.open("/auth/login?return_to=/v1/customers");
        guest.step(guest.submitOnly(form, "", Map.of("username", World.person().email(), "claims", ""))
                .next()
                .orElseThrow()
                .toString());
    }

    /** More than are invited within the request. */
    private void inviteVeryMany() {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        IntStream.range(0, 101).forEach(i -> rows.add(World.invitation(World.newEmail(), "viewer", "USER")));
        Answer answer = owner.post(
                "/v1/admin/customers/" + company.id() + "/invitations/bulk?dryRun=false",
                Json.createObjectBuilder().add("invitations", rows).build());
        assertEquals(202, answer.status(), answer.body());
    }
}
