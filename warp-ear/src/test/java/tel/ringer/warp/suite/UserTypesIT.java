package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UserTypesIT {
    private static final String TYPES = "/v1/admin/user-types";

    private final Api superAdmin = World.superAdmin().api();
    private final String name = "own-" + UUID.randomUUID();

    private static String path(TypeOfUser type) {
        return TYPES + "/" + type.id();
    }

    /** @param permissions each as "GET /v1/customers" */
    private static JsonObject permissions(String... permissions) {
        return Json.createObjectBuilder().add("permissions", array(permissions)).build();
    }

    private static JsonArrayBuilder array(String... permissions) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (String permission : permissions) {
            String[] parts = permission.split(" ", 2);
            array.add(Json.createObjectBuilder().add("method", parts[0]).add("path", parts[1]));
        }
        return array;
    }

    private JsonObjectBuilder type(String... permissions) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("display_name", "Clerk")
                .add("description", "Reads customers.")
                .add("permissions", array(permissions));
    }

    private static List<String> names(Api api) {
        return api.get(TYPES).json().getJsonArray("items").stream()
                .map(item -> item.asJsonObject().getString("name"))
                .toList();
    }

    private static List<String> pointers(Answer answer) {
        assertEquals(422, answer.status(), answer.body());
        assertEquals("invalid_body", answer.code());
        return answer.json().getJsonArray("errors").stream()
                .map(JsonValue::asJsonObject)
                .map(error -> error.getString("pointer"))
                .sorted()
                .toList();
    }

    @Test
    void whoHoldsEverythingSeesEveryTypeInTheOrderOfTheirNames() {
        TypeOfUser type = TypeOfUser.permitting("GET /v1/customers", "GET /v1/customers/*");

        JsonObject list = superAdmin.get(TYPES).json();
        List<String> names = names(superAdmin);

        assertTrue(names.containsAll(
                List.of("superAdmin", "admin", "customer_admin", "developer", "billing", "viewer", type.name())));
        assertEquals(names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), names);
        assertEquals(names.size(), list.getJsonObject("page").getInt("size"));
        JsonObject own = list.getJsonArray("items").getJsonObject(names.indexOf(type.name()));
        assertEquals(
                Json.createObjectBuilder()
                        .add("description", "For a test.")
                        .add("display_name", "Test")
                        .add("id", type.id().toString())
                        .add("name", type.name())
                        .add("permission_count", 2)
                        .build(),
                own);
    }

    @Test
    void othersSeeTheTypesThatTheyCouldGive() {
        TypeOfUser within = TypeOfUser.permitting("GET /v1/customers/*/notes");
        TypeOfUser beyond = TypeOfUser.permitting("GET /v1/customers", "DELETE /v1/customers/*");
        Api admin = World.member(World.company(), "customer_admin", "OWNER").api();

        List<String> names = names(admin);

        assertTrue(names.containsAll(List.of("customer_admin", "developer", "billing", "viewer", within.name())));
        assertFalse(names.contains("superAdmin"));
        assertFalse(names.contains("admin"));
        assertFalse(names.contains(beyond.name()));
        assertEquals(200, admin.get(path(within)).status());
        assertEquals(200, admin.get(path(within) + "/permissions").status());
    }

    @Test
    void aTypeThatACallerCouldNotGiveAnswersAsOneThatDoesNotExist() {
        TypeOfUser beyond = TypeOfUser.permitting("DELETE /v1/customers/*");
        Api admin = World.member(World.company(), "customer_admin", "OWNER").api();
        Answer unknown = admin.get(TYPES + "/" + UUID.randomUUID());

        for (String each : List.of(path(beyond), path(beyond) + "/permissions", TYPES + "/1-1-1-1-1")) {
            Answer answer = admin.get(each);
            assertEquals(404, answer.status(), each);
            assertEquals(unknown.bodyWithoutRequestId(), answer.bodyWithoutRequestId(), each);
        }
    }

    @Test
    void aNewTypeIsWhereItsLocationSaysAndPermitsWhatWasAskedFor() {
        Answer created = superAdmin.post(
                TYPES, type("POST /v1/customers", "GET /v1/customers").build());

        assertEquals(201, created.status(), created.body());
        String location = created.header("Location");
        assertTrue(location.endsWith(TYPES + "/" + created.json().getString("id")), location);
        assertEquals(created.json(), superAdmin.get(location).json());
        assertEquals(name, created.json().getString("name"));
        assertEquals(2, created.json().getInt("permission_count"));
        assertEquals(
                permissions("GET /v1/customers", "POST /v1/customers"),
                superAdmin.get(location + "/permissions").json());
    }

    @Test
    void aNameIsTakenOnce() {
        superAdmin.post(TYPES, type().build());

        Answer again = superAdmin.post(TYPES, type("GET /v1/customers").build());

        assertEquals(409, again.status());
        assertEquals(
                "{\"type\":\"urn:warp:problem:user_type_exists\",\"title\":\"Conflict\",\"status\":409,"
                        + "\"code\":\"user_type_exists\",\"detail\":\"There is a user type of this name.\",}",
                again.bodyWithoutRequestId());
        assertEquals("1", World.query("select count(*) from auth.user_types where name = ?", name));
    }

    @Test
    void whatDoesNotFitIsNamedByItsPointer() {
        assertEquals(
                List.of("/description", "/display_name", "/name", "/permissions"),
                pointers(superAdmin.post(TYPES, JsonValue.EMPTY_JSON_OBJECT)));
        assertEquals(
                List.of("/name"),
                pointers(superAdmin.post(TYPES, type().add("name", "1st").build())));
        assertEquals(
                List.of("/display_name"),
                pointers(superAdmin.post(TYPES, type().add("display_name", " ").build())));
        assertEquals(
                List.of("/permissions/1/path", "/permissions/2/path"),
                pointers(superAdmin.post(
                        TYPES, type("GET *", "GET v1", "GET /v1//a").build())));
        assertEquals(
                List.of("/permissions/0/method", "/permissions/1/path"),
                pointers(superAdmin.post(
                        TYPES, type("get /v1/a", "GET /v1/a?b=c").build())));
        assertEquals(
                List.of("/permissions/2"),
                pointers(superAdmin.post(
                        TYPES, type("GET /a", "GET /b", "GET /a").build())));
        assertEquals(
                List.of("/permissions/0"),
                pointers(superAdmin.postText(
                        TYPES, type().build().toString().replace("\"permissions\":[]", "\"permissions\":[null]"))));
        assertEquals("0", World.query("select count(*) from auth.user_types where name = ?", name));
    }

    @Test
    void fieldsThatNobodyKnowsAreRefusedHoweverDeep() {
        assertEquals(
                List.of("/customer_id", "/permissions/0/allow"),
                pointers(superAdmin.post(
                        TYPES,
                        type().add("customer_id", 1)
                                .add(
                                        "permissions",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder().add("allow", true)))
                                .build())));
        TypeOfUser type = TypeOfUser.permitting();
        assertEquals(
                List.of("/name", "/permissions"),
                pointers(superAdmin.patch(
                        path(type),
                        Json.createObjectBuilder(permissions()).add("name", "x").build())));
    }

    @Test
    void aTypeHasAtMost500Permissions() {
        TypeOfUser type = TypeOfUser.permitting();
        String[] most = IntStream.range(0, 500).mapToObj(i -> "GET /v1/" + i).toArray(String[]::new);
        String[] tooMany = IntStream.range(0, 501).mapToObj(i -> "GET /v1/" + i).toArray(String[]::new);

        assertEquals(
                200,
                superAdmin.put(path(type) + "/permissions", permissions(most)).status());
        assertEquals(500, superAdmin.get(path(type)).json().getInt("permission_count"));
        assertEquals(
                List.of("/permissions"), pointers(superAdmin.put(path(type) + "/permissions", permissions(tooMany))));
    }

    @Test
    void theWordsOfATypeCanBeChangedOneByOne() {
        TypeOfUser type = TypeOfUser.permitting("GET /v1/customers");

        Answer changed = superAdmin.patch(
                path(type),
                Json.createObjectBuilder().add("display_name", "Clerks").build());

        assertEquals(200, changed.status(), changed.body());
        assertEquals("Clerks", changed.json().getString("display_name"));
        assertEquals("For a test.", changed.json().getString("description"));
        assertEquals(changed.json(), superAdmin.get(path(type)).json());
        assertEquals("Clerks", World.query("select display_name from auth.user_types where id = ?", type.id()));
        for (JsonValue value : List.of(
                JsonValue.NULL, JsonValue.TRUE, Json.createValue("two\nlines"), Json.createValue("x".repeat(101)))) {
            JsonObject body =
                    Json.createObjectBuilder().add("display_name", value).build();
            assertEquals(List.of("/display_name"), pointers(superAdmin.patch(path(type), body)), value.toString());
        }
        assertEquals(
                List.of("/description"),
                pointers(superAdmin.patch(
                        path(type),
                        Json.createObjectBuilder().add("description", " ").build())));
        assertEquals(
                200, superAdmin.patch(path(type), JsonValue.EMPTY_JSON_OBJECT).status());
    }

    @Test
    void aChangedPermissionHoldsAtTheNextRequestOfItsHolders() {
        Company company = World.company();
        TypeOfUser type = TypeOfUser.permitting();
        Api holder = World.member(company, type.name(), "USER").api();
        String customer = "/v1/customers/" + company.id();
        assertEquals(403, holder.get(customer).status());

        Answer given = superAdmin.put(path(type) + "/permissions", permissions("GET /v1/customers/*"));
        assertEquals(200, given.status(), given.body());
        assertEquals(permissions("GET /v1/customers/*"), given.json());
        assertEquals(200, holder.get(customer).status());

        assertEquals(
                200, superAdmin.put(path(type) + "/permissions", permissions()).status());
        assertEquals(403, holder.get(customer).status());
    }

    @Test
    void newPermissionsTakeThePlaceOfTheOldOnes() {
        TypeOfUser type = TypeOfUser.permitting("GET /v1/a", "GET /v1/b");

        superAdmin.put(path(type) + "/permissions", permissions("GET /v1/b", "POST /v1/c"));

        assertEquals("GET /v1/b, POST /v1/c", type.stored());
    }

    @Test
    void aTypeThatAnybodyHoldsOrIsOfferedStays() {
        TypeOfUser type = TypeOfUser.permitting("GET /v1/customers");
        Company company = World.company();
        Person staff = World.person(type.name());
        assertInUse(type);
        World.update("update auth.users set user_type_id = null where id = ?", staff.id());
        World.grant(staff, company, type.name(), "USER");
        assertInUse(type);
        World.update("delete from auth.user_customer_access where user_id = ?", staff.id());
        superAdmin.post(
                "/v1/admin/customers/" + company.id() + "/invitations",
                World.invitation(World.newEmail(), type.name(), "USER").build());
        assertInUse(type);
        World.update("delete from notification.outbox where customer_id = ?", company.id());
        World.update("delete from auth.user_invitation_tokens where customer_id = ?", company.id());
        World.update("delete from auth.user_invitations where customer_id = ?", company.id());

        assertEquals(204, superAdmin.delete(path(type)).status());

        assertEquals(404, superAdmin.delete(path(type)).status());
        assertEquals(404, superAdmin.get(path(type)).status());
        assertEquals("", type.stored());
    }

    private void assertInUse(TypeOfUser type) {
        Answer refused = superAdmin.delete(path(type));
        assertEquals(409, refused.status(), refused.body());
        assertEquals("user_type_in_use", refused.code());
        assertEquals("GET /v1/customers", type.stored());
    }

    @Test
    void whoMayNotIsRefusedAtEveryRoute() {
        TypeOfUser type = TypeOfUser.permitting("GET /v1/customers");
        Api viewer = World.member(World.company(), "viewer", "USER").api();
        for (Api api : List.of(viewer, Api.anonymous())) {
            int expected = api.equals(viewer) ? 403 : 401;
            for (Answer answer : List.of(
                    api.get(TYPES),
                    api.post(TYPES, type().build()),
                    api.get(path(type)),
                    api.patch(path(type), JsonValue.EMPTY_JSON_OBJECT),
                    api.delete(path(type)),
                    api.get(path(type) + "/permissions"),
                    api.put(path(type) + "/permissions", permissions()))) {
                assertEquals(
                        expected, answer.status(), answer.response().request().toString());
            }
        }
        assertEquals("GET /v1/customers", type.stored());
    }

    @Test
    void eachChangeIsInTheAuditWithWhatWasAndWhatIs() {
        Person author = World.superAdmin();
        Api api = author.api();
        String id = api.post(TYPES, type("GET /v1/a").build()).json().getString("id");
        String path = TYPES + "/" + id;
        api.patch(path, Json.createObjectBuilder().add("display_name", "Clerks").build());
        api.patch(path, Json.createObjectBuilder().add("display_name", "Clerks").build());
        api.put(path + "/permissions", permissions("GET /v1/b", "GET /v1/a"));
        api.put(path + "/permissions", permissions("GET /v1/a", "GET /v1/b"));
        api.delete(path);

        String events =
                "select string_agg(%s, ' | ' order by occurred_at) from audit.events where subject_id = ?::uuid";
        assertEquals(
                "user_type.created | user_type.changed | user_type.permissions_changed | user_type.removed",
                World.query(events.formatted("action"), id));
        assertEquals(
                "- > GET /v1/a | - > - | GET /v1/a > GET /v1/a, GET /v1/b | GET /v1/a, GET /v1/b > -",
                World.query(
                        events.formatted(
                                "coalesce(details->>'before_permissions', '-') || ' > ' || coalesce(details->>'after_permissions', '-')"),
                        id));
        assertEquals(
                "- > Clerk | Clerk > Clerks | - > - | Clerks > -",
                World.query(
                        events.formatted(
                                "coalesce(details->>'before_display_name', '-') || ' > ' || coalesce(details->>'after_display_name', '-')"),
                        id));
        assertEquals(
                "4",
                World.query(
                        "select count(*) from audit.events where subject_id = ?::uuid and actor_id = ? and customer_id is null"
                                + " and subject_type = 'user_type' and details->>'name' = ?",
                        id,
                        author.id(),
                        name));
    }
}
