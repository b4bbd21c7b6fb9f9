package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.TypeOfUser;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Person;
import tel.ringer.warp.runner.LocalDatabase;

/** What two do at once, one of them held up on purpose until the other waits for it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UserTypeRacesIT {
    private final Api superAdmin = World.superAdmin().api();
    private final TypeOfUser type = TypeOfUser.permitting("GET /v1/a");
    private final String path = "/v1/admin/user-types/" + type.id();

    private static JsonObject permissions(String path) {
        return Json.createObjectBuilder()
                .add(
                        "permissions",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("method", "GET")
                                        .add("path", path)))
                .build();
    }

    /** The answer to a call that had to wait for what somebody else wrote before and committed then. */
    private static Answer overtaken(Callable<Answer> call, String sql, Object... values) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection other = PartsForTests.database().connectAs(LocalDatabase.OWNER)) {
            other.setAutoCommit(false);
            int session = execute(other, sql, values);
            Future<Answer> answer = thread.submit(call);
            Await.untilTrue("the call to wait", () -> World.query(
                            "select count(*) from pg_locks where not granted and ? = any (pg_blocking_pids(pid))",
                            session)
                    .equals("1"));
            other.commit();
            return answer.get();
        } finally {
            thread.shutdownNow();
        }
    }

    /** @return the process of the connection */
    private static int execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    @Test
    void ofTwoWhoReplaceThePermissionsTheSecondIsTold() throws Exception {
        Answer answer = overtaken(
                () -> superAdmin.put(path + "/permissions", permissions("/v1/b")),
                "update auth.user_types set version = version + 1 where id = ?",
                type.id());

        assertEquals(409, answer.status(), answer.body());
        assertEquals("concurrent_change", answer.code());
        assertEquals("GET /v1/a", type.stored());
    }

    @Test
    void aTypeThatIsGivenWhileItIsRemovedStays() throws Exception {
        Person person = World.person();
        UUID company = World.company().id();

        Answer answer = overtaken(
                () -> superAdmin.delete(path),
                "insert into auth.user_customer_access (customer_id, user_id, user_type_id, role, granted_at)"
                        + " values (?, ?, ?, 'USER', now())",
                company,
                person.id(),
                type.id());

        assertEquals(409, answer.status(), answer.body());
        assertEquals("user_type_in_use", answer.code());
        assertEquals("GET /v1/a", type.stored());
    }

    @Test
    void aTypeThatIsChangedWhileItIsRemovedIsRemovedAfterwards() throws Exception {
        Answer answer = overtaken(
                () -> superAdmin.delete(path),
                "update auth.user_types set version = version + 1, display_name = 'Other' where id = ?",
                type.id());

        assertEquals(204, answer.status(), answer.body());
        assertEquals("", type.stored());
    }

    @Test
    void ofTwoWhoChooseTheSameNameTheSecondIsTold() throws Exception {
        String name = "own-" + UUID.randomUUID();
        Answer answer = overtaken(
                () -> superAdmin.post(
                        "/v1/admin/user-types",
                        Json.createObjectBuilder(permissions("/v1/b"))
                                .add("name", name)
                                .add("display_name", "Own")
                                .add("description", "Own.")
                                .build()),
                "insert into auth.user_types (name, display_name, description) values (?, 'First', 'First.')",
                name);

        assertEquals(409, answer.status(), answer.body());
        assertEquals("user_type_exists", answer.code());
        assertEquals("First", World.query("select display_name from auth.user_types where name = ?", name));
    }

    @Test
    void whoLosesTheirRightMeanwhileIsToldSo() throws Exception {
        TypeOfUser everything = TypeOfUser.permitting("* *");
        TypeOfUser second = TypeOfUser.permitting("* *");
        Api api = World.person(everything.name()).api();

        Answer answer = overtaken(
                () -> api.put("/v1/admin/user-types/" + second.id() + "/permissions", permissions("/v1/b")),
                """
                with locked as (select pg_advisory_xact_lock(hashtextextended('warp.platform', 0)))
                delete from auth.user_type_permissions using locked where user_type_id = ?
                """,
                everything.id());

        assertEquals(403, answer.status(), answer.body());
        assertEquals("platform_authority_required", answer.code());
        assertEquals("* *", second.stored());
    }
}
