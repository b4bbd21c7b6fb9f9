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
import java.util.stream.Stream;
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
class GatekeeperIT {
    private static final String CHECK = "/v1/gatekeeper/check-access";
    private static final String BATCH = "/v1/gatekeeper/check-access-batch";
    private static final String MINE = "/v1/gatekeeper/my-permissions";
    private static final String AVAILABLE = "/v1/gatekeeper/available-permissions";
    private static final String INVITE = "/v1/admin/customers/x/invitations";

    private final Company administered = World.company();
    private final Company viewed = World.company();
    private final Company foreign = World.company();
    private final Person person = World.member(administered, "customer_admin", "ADMIN");
    private final Api api = person.api();

    GatekeeperIT() {
        World.grant(person, viewed, "viewer", "USER");
    }

    private static JsonObjectBuilder question(String method, String path) {
        return Json.createObjectBuilder().add("method", method).add("path", path);
    }

    private static JsonObjectBuilder question(String method, String path, UUID customer) {
        return question(method, path).add("customer_id", customer.toString());
    }

    private static JsonObject batch(JsonObjectBuilder... questions) {
        JsonArrayBuilder checks = Json.createArrayBuilder();
        Stream.of(questions).forEach(checks::add);
        return Json.createObjectBuilder().add("checks", checks).build();
    }

    private static boolean allowed(Api api, JsonObjectBuilder question) {
        Answer answer = api.post(CHECK, question.build());
        assertEquals(200, answer.status(), answer.body());
        return answer.json().getBoolean("allowed");
    }

    private static List<String> pointers(Answer answer) {
        assertEquals(422, answer.status(), answer.body());
        return answer.json().getJsonArray("errors").stream()
                .map(error -> error.asJsonObject().getString("pointer"))
                .sorted()
                .toList();
    }

    @Test
    void withoutACustomerTheAnswerIsWhetherItIsPermittedAnywhere() {
        assertTrue(allowed(api, question("POST", INVITE)));
        assertTrue(allowed(api, question("GET", "/v1/customers")));
        assertTrue(allowed(api, question("HEAD", "/v1/customers")));
        assertTrue(allowed(api, question("GET", "/dashboard/customers/" + foreign.id())));
        assertFalse(allowed(api, question("DELETE", "/v1/customers/" + administered.id())));
        assertFalse(allowed(api, question("GET", "/")));
        assertFalse(allowed(World.person().api(), question("GET", "/v1/customers")));
        assertTrue(allowed(World.superAdmin().api(), question("DELETE", "/v1/anything/at/all")));
    }

    @Test
    void theAnswerIsTheOneThatTheRequestWouldGet() {
        for (String path : List.of(
                "/v1/customers",
                "/v1/admin/invitations",
                "/v1/admin/user-types",
                AVAILABLE,
                "/v1/customers/" + viewed.id())) {
            assertEquals(api.get(path).status() != 403, allowed(api, question("GET", path)), path);
        }
    }

    @Test
    void noRightIsCarriedFromOneCustomerToTheOther() {
        assertTrue(allowed(api, question("POST", INVITE, administered.id())));
        assertFalse(allowed(api, question("POST", INVITE, viewed.id())));
        assertTrue(allowed(api, question("GET", "/v1/customers/x", viewed.id())));
    }

    @Test
    void aForeignCustomerAnUnknownOneAndNoRightAreTheSameNo() {
        String expected = "{\"allowed\":false}";

        for (JsonObjectBuilder each : List.of(
                question("GET", "/v1/customers", foreign.id()),
                question("GET", "/v1/customers", UUID.randomUUID()),
                question("POST", INVITE, viewed.id()))) {
            assertEquals(expected, api.post(CHECK, each.build()).body());
        }
        JsonObject empty = Json.createObjectBuilder()
                .add("permissions", JsonValue.EMPTY_JSON_ARRAY)
                .add("user_types", JsonValue.EMPTY_JSON_ARRAY)
                .build();
        assertEquals(empty, api.get(MINE + "?customer_id=" + foreign.id()).json());
        assertEquals(empty, api.get(MINE + "?customer_id=" + UUID.randomUUID()).json());
    }

    @Test
    void manyQuestionsAreAnsweredInTheirOrder() {
        Answer answer = api.post(
                BATCH,
                batch(
                        question("POST", INVITE, viewed.id()),
                        question("POST", INVITE, administered.id()),
                        question("POST", INVITE, foreign.id()),
                        question("POST", INVITE),
                        question("GET", "/v1/customers", viewed.id()),
                        question("PUT", "/v1/customers", viewed.id())));

        assertEquals(200, answer.status(), answer.body());
        assertEquals(
                List.of(false, true, false, true, true, false),
                answer.json().getJsonArray("results").stream()
                        .map(result -> result.asJsonObject().getBoolean("allowed"))
                        .toList());
    }

    @Test
    void atMost100QuestionsAreTaken() {
        JsonObjectBuilder[] most = Stream.generate(() -> question("GET", "/v1/customers", UUID.randomUUID()))
                .limit(100)
                .toArray(JsonObjectBuilder[]::new);
        JsonObjectBuilder[] tooMany = Stream.generate(() -> question("GET", "/v1/customers"))
                .limit(101)
                .toArray(JsonObjectBuilder[]::new);

        assertEquals(
                100, api.post(BATCH, batch(most)).json().getJsonArray("results").size());
        assertEquals(List.of("/checks"), pointers(api.post(BATCH, batch(tooMany))));
        assertEquals("{\"results\":[]}", api.post(BATCH, batch()).body());
    }

    @Test
    void aQuestionThatMakesNoSenseIsRefusedFieldByField() {
        assertEquals(List.of("/method", "/path"), pointers(api.post(CHECK, JsonValue.EMPTY_JSON_OBJECT)));
        assertEquals(
                List.of("/customer_id", "/method", "/path"),
                pointers(api.post(
                        CHECK,
                        question("get", "v1").add("customer_id", "1-1-1-1-1").build())));
        for (String path : List.of("/v1?q=1", "/v1#x", "/v1;x", "/v1/ x", "/v1/*", "/" + "x".repeat(500), "")) {
            assertEquals(
                    List.of("/path"),
                    pointers(api.post(CHECK, question("GET", path).build())),
                    path);
        }
        assertEquals(
                List.of("/user_id"),
                pointers(api.post(
                        CHECK, question("GET", "/v1").add("user_id", "x").build())));
        assertEquals(
                List.of("/checks/1/method", "/checks/1/path"),
                pointers(api.post(BATCH, batch(question("GET", "/v1"), question("*", "*")))));
        assertEquals(
                List.of("/checks/0/user_id"),
                pointers(api.post(BATCH, batch(question("GET", "/v1").add("user_id", "x")))));
    }

    @Test
    void whatIsInForceDiffersFromCustomerToCustomer() {
        JsonObject there = api.get(MINE + "?customer_id=" + viewed.id()).json();
        JsonObject anywhere = api.get(MINE).json();

        assertEquals(List.of("viewer"), names(there));
        assertEquals(List.of("customer_admin", "viewer"), names(anywhere));
        assertEquals(
                List.of("customer_admin"),
                names(api.get(MINE + "?customer_id=" + administered.id()).json()));
        assertFalse(there.getJsonArray("permissions").toString().contains("POST"));
        assertEquals(anywhere, api.get(MINE).json());
        assertEquals(
                anywhere.getJsonArray("permissions").stream().distinct().toList(),
                anywhere.getJsonArray("permissions").stream().toList());
    }

    private static List<String> names(JsonObject permissions) {
        return permissions.getJsonArray("user_types").stream()
                .map(type -> type.asJsonObject().getString("name"))
                .toList();
    }

    @Test
    void thePermissionsAreThoseOfTheTypes() {
        TypeOfUser type = TypeOfUser.permitting("POST /v1/b", "GET /v1/b", "PATCH /v1/a/*");
        Api holder = World.person(type.name()).api();

        assertEquals(
                Json.createObjectBuilder()
                        .add(
                                "permissions",
                                Json.createArrayBuilder()
                                        .add(question("PATCH", "/v1/a/*"))
                                        .add(question("GET", "/v1/b"))
                                        .add(question("POST", "/v1/b")))
                        .add(
                                "user_types",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("id", type.id().toString())
                                                .add("name", type.name())
                                                .add("display_name", "Test")))
                        .build(),
                holder.get(MINE).json());
    }

    @Test
    void whoHoldsEverythingHoldsItAtEveryCustomer() {
        Api superAdmin = World.superAdmin().api();

        JsonObject there = superAdmin.get(MINE + "?customer_id=" + foreign.id()).json();

        assertEquals(List.of("superAdmin"), names(there));
        assertEquals(Json.createArrayBuilder().add(question("*", "*")).build(), there.getJsonArray("permissions"));
        assertTrue(allowed(superAdmin, question("DELETE", "/v1/customers/x", foreign.id())));
    }

    @Test
    void anIdThatIsNoneIsAMalformedParameter() {
        Answer answer = api.get(MINE + "?customer_id=1-1-1-1-1");

        assertEquals(400, answer.status());
        assertEquals(
                "{\"type\":\"urn:warp:problem:invalid_parameter\",\"title\":\"Bad Request\",\"status\":400,"
                        + "\"code\":\"invalid_parameter\",\"detail\":\"A query parameter has a value that it can't have.\","
                        + ",\"parameter\":\"customer_id\"}",
                answer.bodyWithoutRequestId());
    }

    @Test
    void theCatalogueShowsWhatTheCallerCouldGive() {
        TypeOfUser type =
                TypeOfUser.permitting("GET " + AVAILABLE, "GET /v1/customers", "* /v1/admin/user-types/*", "GET /own");
        JsonObject all = World.superAdmin().api().get(AVAILABLE).json();
        JsonObject some = World.person(type.name()).api().get(AVAILABLE).json();

        assertEquals(
                World.query("select count(*) from auth.permission_metadata"),
                String.valueOf(all.getJsonArray("items").size()));
        assertEquals(
                List.of(
                        "GET /v1/customers",
                        "GET /v1/admin/user-types/*",
                        "PATCH /v1/admin/user-types/*",
                        "DELETE /v1/admin/user-types/*",
                        "GET /v1/admin/user-types/*/permissions",
                        "PUT /v1/admin/user-types/*/permissions",
                        "GET " + AVAILABLE),
                some.getJsonArray("items").stream()
                        .map(JsonValue::asJsonObject)
                        .map(entry -> entry.getString("method") + " " + entry.getString("path"))
                        .toList());
        assertEquals(
                Json.createObjectBuilder()
                        .add("category", "Customers")
                        .add("deprecated", false)
                        .add("description", "Search and list the customers within reach.")
                        .add("display_name", "List customers")
                        .add("method", "GET")
                        .add("path", "/v1/customers")
                        .add("sort_order", 100)
                        .build(),
                some.getJsonArray("items").get(0));
    }

    @Test
    void theCatalogueIsForThoseWhoMayReadIt() {
        assertEquals(
                403, World.member(viewed, "viewer", "USER").api().get(AVAILABLE).status());
        assertEquals(401, Api.anonymous().get(AVAILABLE).status());
    }

    @Test
    void nobodyAsksWithoutBeingSignedIn() {
        Api nobody = Api.anonymous();

        assertEquals(401, nobody.post(CHECK, question("GET", "/v1").build()).status());
        assertEquals(401, nobody.post(BATCH, batch()).status());
        assertEquals(401, nobody.get(MINE).status());
        World.update("update auth.users set status = 'INACTIVE' where id = ?", person.id());
        assertEquals(401, api.post(CHECK, question("GET", "/v1").build()).status());
        assertEquals(401, api.get(MINE).status());
    }
}
