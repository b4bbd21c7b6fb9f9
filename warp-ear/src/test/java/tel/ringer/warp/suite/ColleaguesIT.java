package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** The operator's staff is added before it comes in. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ColleaguesIT {
    private static final String USERS = "/v1/admin/users";

    private final Person superAdmin = World.superAdmin();
    private final Api api = superAdmin.api();
    private final String email = World.newEmail();

    private static String body(String email, String name, String type) {
        return "{\"email\":\"" + email + "\",\"display_name\":\"" + name + "\",\"user_type\":\"" + type + "\"}";
    }

    private static List<String> pointers(Answer answer) {
        return answer.json().getJsonArray("errors").stream()
                .map(JsonValue::asJsonObject)
                .map(error -> error.getString("pointer"))
                .toList();
    }

    @Test
    void aColleagueComesInByTheVerifiedAddress() {
        assertEquals(
                "not_invited", Api.anonymous().exchange(World.idToken(email)).code());
        Answer added = api.postText(USERS, body(email, "Ada Lovelace", "admin"));

        assertEquals(201, added.status(), added.body());
        JsonObject user = added.json();
        assertEquals(
                Set.of("id", "email", "display_name", "status", "user_type", "created_at"),
                user.keySet(),
                added.body());
        assertEquals("ACTIVE", user.getString("status"));
        assertEquals(USERS + "/" + user.getString("id"), path(added));
        assertEquals(added.header("ETag"), api.get(path(added)).header("ETag"));
        JsonObject tokens = Api.anonymous().exchange(World.idToken(email)).json();
        JsonObject caller = Api.anonymous()
                .as(tokens.getString("access_token"))
                .get("/auth/validate")
                .json();
        assertEquals(user.getString("id"), caller.getString("user_id"));
        assertEquals("admin", caller.getString("platform_type"));
        assertEquals("Ada Lovelace", caller.getString("display_name"));
        assertEquals(
                "administrator admin " + superAdmin.id(),
                World.query(
                        "select concat_ws(' ', details->>'reason', details->>'user_type', actor_id) from audit.events where action = 'user.created' and subject_id = ?::uuid",
                        user.getString("id")));
    }

    private static String path(Answer answer) {
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void anAddressThatSomebodyHasIsRefusedHoweverItIsWritten() {
        assertEquals(201, api.postText(USERS, body(email, "One", "viewer")).status());
        Answer again = api.postText(USERS, body(email.toUpperCase(Locale.ROOT), "Other", "viewer"));

        assertEquals(409, again.status());
        assertEquals("user_exists", again.code());
        assertEquals("urn:warp:problem:user_exists", again.json().getString("type"));
        assertEquals(again.header("X-Request-Id"), again.json().getString("request_id"));
        Person member = World.member(World.company(), "viewer", "USER");
        assertEquals(
                "user_exists",
                api.postText(USERS, body(member.email(), "Other", "viewer")).code());
    }

    @Test
    void ofSeveralWhoAddTheSameAddressOneDoes() throws Exception {
        Callable<Integer> add =
                () -> api.postText(USERS, body(email, "One", "viewer")).status();
        List<Integer> statuses = AtOnce.call(Collections.nCopies(6, add));

        assertEquals(1, Collections.frequency(statuses, 201), statuses.toString());
        assertEquals(5, Collections.frequency(statuses, 409), statuses.toString());
    }

    @Test
    void whatHasNoFormIsRefusedByItsName() {
        assertEquals(List.of("/email"), pointers(api.postText(USERS, body("nobody", "One", "viewer"))));
        for (String name : List.of("", "\\u0000", "a\\ud800", "a\\nb", "x".repeat(101), "\\u202ea")) {
            assertEquals(List.of("/display_name"), pointers(api.postText(USERS, body(email, name, "viewer"))), name);
        }
        Answer unknown = api.postText(USERS, body(email, "One", "no-such-type"));
        assertEquals(422, unknown.status());
        assertEquals("unknown_user_type", unknown.code());
        assertEquals(422, api.postText(USERS, "{}").status());
        assertEquals("0", World.query("select count(*) from auth.users where email = ?", email));
    }

    @Test
    void onlyWhoHoldsEverythingAddsColleagues() {
        Company company = World.company();
        Map<Api, Integer> others = Map.of(
                World.person("admin").api(), 403,
                World.member(company, "customer_admin", "OWNER").api(), 403,
                Api.anonymous(), 401);

        others.forEach((other, status) -> assertEquals(
                status, other.postText(USERS, body(email, "One", "viewer")).status()));
        assertEquals("0", World.query("select count(*) from auth.users where email = ?", email));
    }
}
