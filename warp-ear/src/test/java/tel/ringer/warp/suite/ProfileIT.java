package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** What people see and change of themselves. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ProfileIT {
    private static final String PROFILE = "/v1/profile";

    private final Company company = World.company();
    private final Person person = World.member(company, "viewer", "USER");
    private final Api api = person.api();

    private Answer change(String body) {
        return api.callWith(
                "PATCH",
                PROFILE,
                Map.of("If-Match", api.get(PROFILE).header("ETag"), "Content-Type", "application/merge-patch+json"),
                Optional.of(body));
    }

    private static List<String> pointers(Answer answer) {
        return answer.json().getJsonArray("errors").stream()
                .map(JsonValue::asJsonObject)
                .map(error -> error.getString("pointer"))
                .toList();
    }

    @Test
    void peopleSeeWhatIsKeptOfThem() {
        Answer answer = api.get(PROFILE);

        assertEquals(200, answer.status(), answer.body());
        JsonObject own = answer.json();
        assertEquals(
                Set.of(
                        "user_id",
                        "email",
                        "display_name",
                        "status",
                        "created_at",
                        "last_sign_in_at",
                        "access",
                        "access_complete"),
                own.keySet());
        assertEquals(person.id().toString(), own.getString("user_id"));
        assertEquals(person.email(), own.getString("email"));
        JsonObject access = own.getJsonArray("access").getJsonObject(0);
        assertEquals(company.ban(), access.getJsonObject("customer").getString("ban"));
        assertEquals("viewer", access.getJsonObject("user_type").getString("name"));
        assertEquals("USER", access.getString("role"));
        JsonObject staff = World.superAdmin().api().get(PROFILE).json();
        assertEquals("superAdmin", staff.getJsonObject("user_type").getString("name"));
        assertEquals("[]", staff.getJsonArray("access").toString());
    }

    @Test
    void whatIsHeldWhereOneMayNotEvenListTheCompanyIsNotNamed() {
        Person somebody =
                World.member(company, TypeOfUser.permitting("GET /v1/a").name(), "USER");

        assertEquals(
                "[]", somebody.api().get(PROFILE).json().getJsonArray("access").toString());
    }

    @Test
    void peopleChangeTheirNameLanguageAndTimeZone() {
        Answer changed =
                change("{\"display_name\":\" Ada L. \",\"locale\":\"es-mx\",\"time_zone\":\"America/Mexico_City\"}");

        assertEquals(200, changed.status(), changed.body());
        assertEquals("Ada L.", changed.json().getString("display_name"));
        assertEquals("es-MX", changed.json().getString("locale"));
        assertEquals("America/Mexico_City", changed.json().getString("time_zone"));
        assertEquals(changed.body(), api.get(PROFILE).body());
        assertEquals(changed.header("ETag"), api.get(PROFILE).header("ETag"));
        assertEquals("Ada L.", api.get("/auth/validate").json().getString("display_name"));
        Answer less = change("{\"locale\":null}");
        assertFalse(less.json().containsKey("locale"));
        assertEquals("America/Mexico_City", less.json().getString("time_zone"));
        assertEquals("Ada L.", less.json().getString("display_name"));
    }

    @Test
    void aSignInKeepsTheNameThatThePersonChose() {
        change("{\"display_name\":\"Chosen\"}");

        assertEquals("Chosen", person.api().get(PROFILE).json().getString("display_name"));
        World.invite(World.superAdmin().api(), World.company(), person.email());
        Api.anonymous().accept(World.tokenMailedTo(person.email()), World.idToken(person.email()));
        assertEquals("Chosen", api.get(PROFILE).json().getString("display_name"));
    }

    @Test
    void theAuditTellsWhatWasChanged() {
        change("{\"display_name\":\"Secretly Named\",\"locale\":\"en\"}");
        change("{\"locale\":\"de\"}");
        change("{\"locale\":\"de\"}");

        assertEquals(
                "2",
                World.query(
                        "select count(*) from audit.events where action = 'user.profile_changed' and subject_id = ? and actor_id = subject_id",
                        person.id()));
        assertEquals(
                "en de",
                World.query(
                        "select details->>'locale_before' || ' ' || (details->>'locale_after') from audit.events where action = 'user.profile_changed' and subject_id = ? order by occurred_at desc, id desc limit 1",
                        person.id()));
    }

    @Test
    void whatNobodyChangesOfThemselvesIsRefusedByItsName() {
        for (String field : List.of("email", "status", "user_type", "user_id", "access")) {
            Answer answer = change("{\"" + field + "\":\"x\"}");
            assertEquals(422, answer.status(), field);
            assertEquals(List.of("/" + field), pointers(answer));
        }
    }

    @Test
    void whatHasNoFormIsRefusedByItsName() {
        for (String value : List.of(
                "\"\"", "null", "7", "\"a\\u0000b\"", "\"a\\ud800b\"", "\"a\\nb\"", "\"" + "x".repeat(101) + "\"")) {
            Answer answer = change("{\"display_name\":" + value + "}");
            assertEquals(422, answer.status(), value);
            assertEquals(List.of("/display_name"), pointers(answer), value);
        }
        for (String value : List.of(
                "\"\"", "\"no language\"", "\"und\"", "\"e\\u0000n\"", "\"en-x-" + "abc-".repeat(20) + "d\"", "[]")) {
            assertEquals(List.of("/locale"), pointers(change("{\"locale\":" + value + "}")), value);
        }
        for (String value : List.of("\"\"", "\"Mars/Olympus\"", "\"+01:00\"", "{}")) {
            assertEquals(List.of("/time_zone"), pointers(change("{\"time_zone\":" + value + "}")), value);
        }
    }

    @Test
    void whoHasNotReadTheLatestStateChangesNothing() {
        String read = api.get(PROFILE).header("ETag");
        change("{\"locale\":\"en\"}");

        Answer outdated = api.callWith("PATCH", PROFILE, Map.of("If-Match", read), Optional.of("{\"locale\":\"fr\"}"));

        assertEquals(412, outdated.status());
        assertEquals("en", api.get(PROFILE).json().getString("locale"));
        assertNotEquals(read, api.get(PROFILE).header("ETag"));
    }

    @Test
    void anApiKeyHasNoProfile() {
        Api owner = World.member(company, "customer_admin", "OWNER").api();
        Api key = Api.anonymous().as(World.apiKey(owner, company, "viewer").getString("key"));

        assertEquals("people_only", key.get(PROFILE).code());
        assertEquals(403, key.get(PROFILE).status());
        assertEquals(
                403,
                key.patch(
                                PROFILE,
                                Json.createObjectBuilder().add("locale", "en").build())
                        .status());
    }

    @Test
    void nobodyIsTurnedAwayInFull() {
        Answer answer = Api.anonymous().get(PROFILE);

        assertEquals(401, answer.status());
        assertEquals("unauthenticated", answer.code());
        assertEquals(answer.header("X-Request-Id"), answer.json().getString("request_id"));
    }
}
