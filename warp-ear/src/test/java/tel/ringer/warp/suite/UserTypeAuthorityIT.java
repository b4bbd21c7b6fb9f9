package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.TypeOfUser;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;
import tel.ringer.warp.runner.LocalDatabase;

/** Nobody writes a rule that they could not exercise, at every customer. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UserTypeAuthorityIT {
    private static final String TYPES = "/v1/admin/user-types";
    private static final String REFUSED_BY_A_POLICY = "42501";
    private static final String ADD =
            "insert into auth.user_type_permissions (user_type_id, http_method, resource_path) values (?, '*', '/taken')";

    /** All routes of user types, and the reading of customers. */
    private final TypeOfUser editor =
            TypeOfUser.permitting("* " + TYPES, "* " + TYPES + "/*", "GET /v1/customers", "GET /v1/customers/*");

    private final Person staff = World.person(editor.name());
    private final TypeOfUser within = TypeOfUser.permitting("GET /v1/customers");
    private final TypeOfUser beyond = TypeOfUser.permitting("GET /v1/customers", "DELETE /v1/customers/*");

    private static String path(TypeOfUser type) {
        return TYPES + "/" + type.id();
    }

    private static JsonObjectBuilder permissions(String... permissions) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (String permission : permissions) {
            String[] parts = permission.split(" ", 2);
            array.add(Json.createObjectBuilder().add("method", parts[0]).add("path", parts[1]));
        }
        return Json.createObjectBuilder().add("permissions", array);
    }

    private static JsonObject type(String... permissions) {
        return permissions(permissions)
                .add("name", "own-" + UUID.randomUUID())
                .add("display_name", "Own")
                .add("description", "Own.")
                .build();
    }

    private static Answer permit(Api api, TypeOfUser type, String... permissions) {
        return api.put(path(type) + "/permissions", permissions(permissions).build());
    }

    private static void assertRefused(String code, Answer answer) {
        assertEquals(403, answer.status(), answer.body());
        assertEquals(code, answer.code());
    }

    private static List<Answer> everyWrite(Api api, UUID type) {
        String path = TYPES + "/" + type;
        return List.of(
                api.patch(
                        path,
                        Json.createObjectBuilder().add("display_name", "Taken").build()),
                api.put(path + "/permissions", permissions().build()),
                api.delete(path));
    }

    @Test
    void staffWritesTypesWithinTheirOwnPermissions() {
        Api api = staff.api();

        Answer created = api.post(TYPES, type("GET /v1/customers/*/notes", "PUT " + TYPES + "/*"));
        assertEquals(201, created.status(), created.body());
        assertEquals(200, permit(api, within, "GET /v1/customers/*").status());
        assertEquals("GET /v1/customers/*", within.stored());
        assertEquals(204, api.delete(path(within)).status());
    }

    @Test
    void staffGivesNothingThatTheyLack() {
        Api api = staff.api();

        Answer refused = api.post(TYPES, type("GET /v1/customers", "DELETE /v1/customers/*"));
        assertEquals(403, refused.status());
        assertEquals(
                "{\"type\":\"urn:warp:problem:rank_exceeded\",\"title\":\"Forbidden\",\"status\":403,"
                        + "\"code\":\"rank_exceeded\",\"detail\":\"You can write only user types whose permissions your own"
                        + " platform type has.\",}",
                refused.bodyWithoutRequestId());
        assertRefused("rank_exceeded", permit(api, within, "GET /v1/customers", "* /v1/customers"));
        assertRefused("rank_exceeded", permit(api, within, "GET *"));
        assertEquals("GET /v1/customers", within.stored());
    }

    @Test
    void nobodyRaisesTheTypeThatTheyHold() {
        String before = editor.stored();

        assertRefused(
                "rank_exceeded", permit(staff.api(), editor, "* " + TYPES, "* " + TYPES + "/*", "POST /v1/customers"));
        assertRefused("rank_exceeded", permit(staff.api(), editor, "* *"));
        assertEquals(before, editor.stored());
    }

    @Test
    void onlyWhoHoldsEverythingGivesEverything() {
        TypeOfUser almost = TypeOfUser.permitting("* /*", "GET *", "POST *", "PUT *", "PATCH *", "DELETE *");
        Api api = World.person(almost.name()).api();

        assertRefused("rank_exceeded", api.post(TYPES, type("* *")));
        assertRefused("rank_exceeded", permit(api, within, "* *"));
        assertEquals(201, World.superAdmin().api().post(TYPES, type("* *")).status());
    }

    @Test
    void aTypeBeyondTheAuthorAnswersAsOneThatDoesNotExist() {
        Api api = staff.api();
        List<Answer> unknown = everyWrite(api, UUID.randomUUID());
        List<Answer> foreign = everyWrite(api, beyond.id());

        for (int i = 0; i < unknown.size(); i++) {
            assertEquals(404, foreign.get(i).status(), foreign.get(i).body());
            assertEquals(unknown.get(i).bodyWithoutRequestId(), foreign.get(i).bodyWithoutRequestId());
        }
        assertEquals("GET /v1/customers, DELETE /v1/customers/*", beyond.stored());
    }

    @Test
    void whatAGrantAtOneCustomerShowsIsStillNotTheirsToWrite() {
        TypeOfUser richer =
                TypeOfUser.permitting("* " + TYPES, "* " + TYPES + "/*", "GET /v1/customers", "DELETE /v1/customers/*");
        World.grant(staff, World.company(), richer.name(), "OWNER");
        Api api = staff.api();

        assertEquals(200, api.get(path(beyond)).status());
        everyWrite(api, beyond.id()).forEach(answer -> assertRefused("rank_exceeded", answer));
        assertRefused("rank_exceeded", permit(api, within, "DELETE /v1/customers/*"));
        assertEquals("GET /v1/customers, DELETE /v1/customers/*", beyond.stored());
    }

    @Test
    void aRightThatComesThroughAGrantDoesNotReachIntoAllCustomers() {
        Company company = World.company();
        Api member = World.member(company, editor.name(), "OWNER").api();

        assertEquals(200, member.get(path(within)).status());
        assertRefused("platform_authority_required", member.post(TYPES, type("GET /v1/customers")));
        everyWrite(member, within.id()).forEach(answer -> assertRefused("platform_authority_required", answer));
        everyWrite(member, UUID.randomUUID()).forEach(answer -> assertRefused("platform_authority_required", answer));
        assertEquals("GET /v1/customers", within.stored());
    }

    @Test
    void aPlatformTypeThatDoesNotPermitTheOperationLendsNoAuthority() {
        Person person = World.person("admin");
        World.grant(person, World.company(), editor.name(), "OWNER");

        assertRefused("platform_authority_required", permit(person.api(), within, "GET /v1/customers/*"));
        assertEquals("GET /v1/customers", within.stored());
    }

    @Test
    void nobodyTakesEverythingFromTheTypeThatTheyHold() {
        TypeOfUser all = TypeOfUser.permitting("* *");
        Api holder = World.person(all.name()).api();

        Answer refused = permit(holder, all, "GET /v1/customers");
        assertEquals(409, refused.status());
        assertEquals("own_user_type", refused.code());
        assertEquals(200, permit(holder, all, "* *", "GET /v1/customers").status());
        assertEquals(
                200, permit(World.superAdmin().api(), all, "GET /v1/customers").status());
        assertEquals(403, holder.get(TYPES).status());
    }

    private static int writeAs(String user, String types, String sql, UUID type) throws SQLException, IOException {
        try (Connection application = PartsForTests.database().connectAs(LocalDatabase.APPLICATION)) {
            application.setAutoCommit(false);
            try (PreparedStatement scope = application.prepareStatement(
                            "select set_config('warp.user_id', ?, true), set_config('warp.user_types', ?, true)");
                    PreparedStatement write = application.prepareStatement(sql)) {
                scope.setString(1, user);
                scope.setString(2, types);
                scope.execute();
                write.setObject(1, type);
                return write.executeUpdate();
            }
        }
    }

    private void assertNothingIsWrittenAs(String user, String types) throws SQLException, IOException {
        SQLException refusal = assertThrows(SQLException.class, () -> writeAs(user, types, ADD, within.id()));
        assertEquals(REFUSED_BY_A_POLICY, refusal.getSQLState(), refusal.getMessage());
        for (String sql : List.of(
                "delete from auth.user_type_permissions where user_type_id = ?",
                "update auth.user_types set display_name = 'Taken' where id = ?",
                "delete from auth.user_types where id = ?")) {
            assertEquals(0, writeAs(user, types, sql, within.id()), sql);
        }
    }

    @Test
    void theDatabaseAloneRefusesWhoHasNoAuthorityOnThePlatform() throws SQLException, IOException {
        String every = World.query("select array_agg(id)::text from auth.user_types");
        Person member = World.member(World.company(), editor.name(), "OWNER");
        String inactive = staff.id().toString();

        assertNothingIsWrittenAs("", "");
        assertNothingIsWrittenAs("", every);
        assertNothingIsWrittenAs(member.id().toString(), every);
        assertNothingIsWrittenAs(member.id().toString(), "");
        assertNothingIsWrittenAs(staff.id().toString(), "{" + within.id() + "}");
        assertEquals(1, writeAs(staff.id().toString(), "{" + editor.id() + "}", ADD, within.id()));
        assertEquals(1, writeAs(World.superAdmin().id().toString(), "", ADD, within.id()));
        World.update("update auth.users set status = 'INACTIVE' where id = ?", staff.id());
        assertNothingIsWrittenAs(inactive, every);
    }
}
