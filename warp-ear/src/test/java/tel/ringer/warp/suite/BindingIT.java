package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Person;

/** An account belongs to one (issuer, subject), and to its person only while they are active. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BindingIT {
    private final Person person = World.person("viewer");
    private final Api nobody = Api.anonymous();

    private Answer exchange(String email, String subject) {
        return nobody.exchange(Identities.of(Identities.claims(email, subject)));
    }

    @Test
    void theFirstIdentityThatBringsTheAddressIsTheOnlyOne() throws Exception {
        List<Answer> answers = AtOnce.call(IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(i -> () -> exchange(person.email(), "subject-" + i + person.email()))
                .toList());

        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 200).count(), answers.toString());
        answers.stream()
                .filter(answer -> answer.status() != 200)
                .forEach(answer -> assertEquals("identity_conflict", answer.code()));
    }

    @Test
    void whatTheProviderSaysLaterNeitherMovesNorRenamesTheAccount() {
        person.signIn();
        String moved = World.newEmail();
        Map<String, Object> claims = Identities.claims(moved, "local-" + person.email());
        claims.put("name", "Somebody New");

        Answer answer = nobody.exchange(Identities.of(claims));

        JsonObject user = answer.json().getJsonObject("user");
        assertEquals(person.id().toString(), user.getString("id"));
        assertEquals(person.email(), user.getString("email"));
        assertEquals("Person " + person.email(), user.getString("display_name"));
        assertEquals("0", World.query("select count(*) from auth.users where email_normalised = ?", moved));
        assertEquals(
                moved,
                World.query(
                        "select v.value from audit.events e join audit.personal_values v"
                                + " on v.token = e.details ->> 'email_at_provider'"
                                + " where e.subject_id = ? and e.action = 'user.signed_in'"
                                + " order by e.occurred_at desc limit 1",
                        person.id()));
    }

    @Test
    void whoBringsTheAddressOfSomebodyElseStaysThemselves() {
        person.signIn();
        Person other = World.person("viewer");
        other.signIn();

        Answer answer = exchange(other.email(), "local-" + person.email());

        assertEquals(person.id().toString(), answer.json().getJsonObject("user").getString("id"));
        other.signIn();
    }

    @Test
    void whoGetsAnAddressAfterSomebodyElseDoesNotGetTheirAccount() {
        person.signIn();

        Answer answer = exchange(person.email(), "who-has-the-address-now");

        assertEquals(409, answer.status());
        assertEquals("identity_conflict", answer.code());
    }

    @Test
    void whoIsDeactivatedIsRefusedEverywhere() {
        JsonObject tokens = person.signIn();
        World.invite(World.superAdmin().api(), World.company(), person.email());
        String invitation = World.tokenMailedTo(person.email());
        assertEquals(
                200,
                World.superAdmin()
                        .api()
                        .post("/v1/admin/users/" + person.id() + "/deactivate")
                        .status());

        Answer exchange = nobody.exchange(person.idToken());
        assertEquals(403, exchange.status());
        assertEquals("account_inactive", exchange.code());
        Answer accept = nobody.accept(invitation, person.idToken());
        assertEquals(403, accept.status(), accept.body());
        assertEquals("account_inactive", accept.code());
        Answer refresh = nobody.post(
                "/auth/refresh",
                Json.createObjectBuilder()
                        .add("refresh_token", tokens.getString("refresh_token"))
                        .build());
        assertEquals(401, refresh.status());
        assertEquals("invalid_refresh_token", refresh.code());
        Answer call = nobody.as(tokens.getString("access_token")).get("/v1/customers");
        assertEquals(401, call.status());
        assertEquals("unauthenticated", call.code());
    }
}
