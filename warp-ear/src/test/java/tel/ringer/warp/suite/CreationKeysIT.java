package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.Routes;
import tel.ringer.warp.kit.TypeOfUser;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** Whatever is created under an Idempotency-Key is created once, however often it is asked for. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CreationKeysIT {
    private final Person person = World.superAdmin();
    private final Api api = person.api();
    private final String key = UUID.randomUUID().toString();

    /**
     * Something that is created.
     *
     * @param path of its collection
     * @param body with which it is created
     * @param other another one
     * @param count of what there is of it, in SQL
     */
    private record Creation(String path, String body, String other, String count, int status) {
        static Creation member() {
            Company company = World.company();
            UnaryOperator<String> body = type ->
                    "{\"user_id\":\"" + World.person().id() + "\",\"user_type\":\"" + type + "\",\"role\":\"USER\"}";
            return new Creation(
                    "/v1/customers/" + company.id() + "/users",
                    body.apply("viewer"),
                    body.apply("billing"),
                    "auth.user_customer_access where customer_id = '" + company.id() + "'",
                    201);
        }

        static Creation apiKey() {
            Company company = World.company();
            return new Creation(
                    "/v1/admin/customers/" + company.id() + "/api-keys",
                    "{\"name\":\"One\",\"user_type\":\"viewer\"}",
                    "{\"name\":\"Other\",\"user_type\":\"viewer\"}",
                    "auth.api_keys where customer_id = '" + company.id() + "'",
                    201);
        }

        static Creation userType() {
            String name = "t" + UUID.randomUUID();
            UnaryOperator<String> body = suffix -> "{\"name\":\"" + name + suffix
                    + "\",\"display_name\":\"One\",\"description\":\"One.\",\"permissions\":[]}";
            return new Creation(
                    "/v1/admin/user-types",
                    body.apply(""),
                    body.apply("-2"),
                    "auth.user_types where name like '" + name + "%'",
                    201);
        }

        static Creation user() {
            String address = World.newEmail();
            UnaryOperator<String> body = prefix ->
                    "{\"email\":\"" + prefix + address + "\",\"display_name\":\"New\",\"user_type\":\"viewer\"}";
            return new Creation(
                    "/v1/admin/users",
                    body.apply(""),
                    body.apply("other-"),
                    "auth.users where email like '%" + address + "'",
                    201);
        }

        static Creation mail() {
            Company company = World.company();
            String mail = World.deadMailOf(World.invite(World.superAdmin().api(), company, World.newEmail())
                    .getString("id"));
            return new Creation(
                    "/v1/admin/mail/dead-letters/" + mail + "/retry",
                    "",
                    "",
                    "audit.events where action = 'mail.retried' and customer_id = '" + company.id() + "'",
                    202);
        }

        Answer by(Api api, String key, String sent) {
            return api.callWith(
                    "POST",
                    path,
                    Map.of("Idempotency-Key", key),
                    Optional.of(sent).filter(text -> !text.isEmpty()));
        }

        void assertOne() {
            assertEquals("1", World.query("select count(*) from " + count), path);
        }
    }

    static Stream<Creation> creations() {
        return Stream.of(Creation.member(), Creation.apiKey(), Creation.userType(), Creation.user(), Creation.mail());
    }

    static Stream<Creation> withBodies() {
        return creations().filter(creation -> !creation.body().isEmpty());
    }

    @Test
    void whateverIsCreatedTakesAKey() {
        List<String> without = Routes.description().entrySet().stream()
                .filter(path -> path.getKey().startsWith("/v1/"))
                .filter(path -> path.getValue().asJsonObject().containsKey("post"))
                .filter(path -> {
                    JsonObject post = path.getValue().asJsonObject().getJsonObject("post");
                    return post.getJsonObject("responses").containsKey("201")
                            && !post.toString().contains("\"name\":\"Idempotency-Key\"");
                })
                .map(Map.Entry::getKey)
                .toList();

        assertEquals(List.of(), without);
    }

    @ParameterizedTest
    @MethodSource("creations")
    void theSameRequestAgainHasOneEffectAndTheSameAnswer(Creation creation) {
        Answer first = creation.by(api, key, creation.body());
        Answer again = creation.by(api, key, creation.body());

        assertEquals(creation.status(), first.status(), first.body());
        assertEquals(creation.status(), again.status(), again.body());
        assertEquals("", first.header("Idempotency-Replayed"));
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(first.header("ETag"), again.header("ETag"));
        if (!creation.path().endsWith("/api-keys")) {
            assertEquals(first.body(), again.body());
        }
        creation.assertOne();
    }

    @ParameterizedTest
    @MethodSource("creations")
    void ofTheSameRequestManyTimesAtOnceOneHasTheEffect(Creation creation) throws Exception {
        List<Answer> answers = AtOnce.call(IntStream.range(0, 6)
                .<Callable<Answer>>mapToObj(i -> () -> creation.by(api, key, creation.body()))
                .toList());

        assertTrue(
                answers.stream().allMatch(answer -> answer.status() == creation.status()),
                answers.stream().map(Answer::body).toList().toString());
        assertEquals(
                5,
                answers.stream()
                        .filter(answer -> answer.header("Idempotency-Replayed").equals("true"))
                        .count());
        creation.assertOne();
    }

    @ParameterizedTest
    @MethodSource("withBodies")
    void theSameKeyWithAnotherRequestIsRefused(Creation creation) {
        creation.by(api, key, creation.body());
        Answer other = creation.by(api, key, creation.other());

        assertEquals(422, other.status(), other.body());
        assertEquals("idempotency_key_reused", other.code());
        creation.assertOne();
    }

    @ParameterizedTest
    @MethodSource("withBodies")
    void theSameKeyOfSomebodyElseIsAnotherKey(Creation creation) {
        creation.by(api, key, creation.body());
        Answer theirs = creation.by(World.superAdmin().api(), key, creation.other());

        assertEquals(201, theirs.status(), theirs.body());
        assertEquals("", theirs.header("Idempotency-Replayed"));
    }

    @Test
    void theSecretOfAnApiKeyDoesNotComeAgain() {
        Creation creation = Creation.apiKey();
        Answer first = creation.by(api, key, creation.body());
        Answer again = creation.by(api, key, creation.body());

        assertTrue(first.json().containsKey("key"));
        assertFalse(again.json().containsKey("key"), again.body());
        assertEquals(first.json().getString("id"), again.json().getString("id"));
        assertEquals(first.json().getString("prefix"), again.json().getString("prefix"));
    }

    @Test
    void whatIsRefusedLeavesNoKey() {
        Creation creation = Creation.user();
        creation.by(api, UUID.randomUUID().toString(), creation.body());
        assertEquals("user_exists", creation.by(api, key, creation.body()).code());

        assertEquals(201, creation.by(api, key, creation.other()).status());
    }

    @Test
    void afterADayTheKeyIsFree() {
        Creation creation = Creation.user();
        Answer first = creation.by(api, key, creation.body());
        World.update(
                "update auth.platform_idempotency_keys set used_at = now() - interval '24 hours' where actor_id = ?",
                person.id());
        Answer next = creation.by(api, key, creation.other());

        assertEquals(201, next.status(), next.body());
        assertNotEquals(first.json().getString("id"), next.json().getString("id"));
        assertEquals(
                next.json().getString("id"),
                creation.by(api, key, creation.other()).json().getString("id"));
    }

    @Test
    void whoMayNoLongerCreateIsToldNothingByTheKey() {
        TypeOfUser author = TypeOfUser.permitting("POST /v1/admin/user-types", "GET /v1/admin/user-types/*");
        Person staff = World.person(author.name());
        Api asStaff = staff.api();
        Creation creation = Creation.userType();
        assertEquals(201, creation.by(asStaff, key, creation.body()).status());
        World.update("update auth.users set user_type_id = null where id = ?", staff.id());

        assertEquals(403, creation.by(asStaff, key, creation.body()).status());
    }
}
