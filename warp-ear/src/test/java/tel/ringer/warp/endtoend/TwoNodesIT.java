package tel.ringer.warp.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.security.KeyPair;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.Browser;
import tel.ringer.warp.kit.Page;
import tel.ringer.warp.kit.Web;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** Rights that are taken on one node are gone on the other at the next request, without messages between them. */
@SuppressWarnings("NullAway.Init")
class TwoNodesIT {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final List<Duration> DELAYS = new ArrayList<>();
    private static final List<Duration> ROTATION_DELAYS = new ArrayList<>();

    private static Nodes nodes;

    /** Where the right is taken, and where it is tried. */
    private enum Direction {
        FORTH,
        BACK;

        Api here() {
            return this == FORTH ? nodes.first() : nodes.second();
        }

        Api there() {
            return this == FORTH ? nodes.second() : nodes.first();
        }
    }

    private final Company company = World.company();
    private final Company elsewhere = World.company();
    private final Person superAdmin = World.superAdmin();

    @BeforeAll
    static void start() throws Exception {
        nodes = Nodes.two();
    }

    @AfterAll
    static void stop() throws Exception {
        nodes.close();
        System.out.printf(
                "Two nodes: %d times rights were taken on one and tried on the other; the longest time from the answer"
                        + " on the one to the refusal on the other was %d ms.%n",
                DELAYS.size(), longest(DELAYS));
        System.out.printf(
                "Two nodes: %d steps of a key rotation; the longest time until both had made one was %d ms.%n",
                ROTATION_DELAYS.size(), longest(ROTATION_DELAYS));
    }

    private static long longest(List<Duration> delays) {
        return delays.stream().mapToLong(Duration::toMillis).max().orElse(0);
    }

    private static String token(Api node, Person person) {
        Answer answer = node.exchange(World.idToken(person.email()));
        assertEquals(200, answer.status(), answer.body());
        return answer.json().getString("access_token");
    }

    private Api boss(Direction direction) {
        return direction.here().as(token(direction.there(), superAdmin));
    }

    private String one(Person person) {
        return "/v1/customers/" + company.id() + "/users/" + person.id();
    }

    private static JsonObject field(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    /** Does the other node what it did before until the right is taken here, and refuse the very next time? */
    private static void assertLost(Api there, Function<Api, Answer> attempt, Runnable taking, int refusal) {
        assertTrue(attempt.apply(there).status() < 300, attempt.apply(there).body());
        taking.run();
        long taken = System.nanoTime();
        Answer next = attempt.apply(there);
        Duration delay = Duration.ofNanos(System.nanoTime() - taken);

        assertEquals(refusal, next.status(), next.body());
        assertTrue(delay.compareTo(LIMIT) <= 0, delay.toString());
        DELAYS.add(delay);
    }

    private static Runnable done(Supplier<Answer> change) {
        return () -> {
            Answer answer = change.get();
            assertTrue(answer.status() < 300, answer.body());
        };
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void whoIsDeactivated(Direction direction) {
        Person person = World.member(company, "viewer", "USER");
        String token = token(direction.here(), person);
        Api boss = boss(direction);

        assertEquals(200, direction.here().as(token).get("/v1/customers").status());
        assertLost(
                direction.there().as(token),
                api -> api.get("/v1/customers"),
                done(() -> boss.post("/v1/admin/users/" + person.id() + "/deactivate")),
                401);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void whoGetsALowerRole(Direction direction) {
        Person person = World.member(company, "customer_admin", "OWNER");
        String token = token(direction.here(), person);
        Api boss = boss(direction);
        World.member(company, "customer_admin", "OWNER");

        assertLost(
                direction.there().as(token),
                api -> api.post(
                        "/v1/admin/customers/" + company.id() + "/invitations",
                        World.invitation(World.newEmail(), "viewer", "ADMIN").build()),
                done(() -> boss.patch(one(person), field("role", "USER"))),
                403);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void whoGetsALowerUserType(Direction direction) {
        Person person = World.member(company, "customer_admin", "USER");
        String token = token(direction.here(), person);
        Api boss = boss(direction);

        assertLost(
                direction.there().as(token),
                api -> api.get("/v1/admin/invitations"),
                done(() -> boss.patch(one(person), field("user_type", "viewer"))),
                403);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void whoIsRemovedFromACustomer(Direction direction) {
        Person person = World.member(company, "viewer", "USER");
        World.grant(person, elsewhere, "viewer", "USER");
        String token = token(direction.here(), person);
        Api boss = boss(direction);

        assertLost(
                direction.there().as(token),
                api -> api.get("/v1/customers/" + company.id()),
                done(() -> boss.delete(one(person))),
                404);
        assertEquals(
                200,
                direction
                        .there()
                        .as(token)
                        .get("/v1/customers/" + elsewhere.id())
                        .status());
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void whoLosesThePlatformType(Direction direction) {
        Person person = World.superAdmin();
        String token = token(direction.here(), person);
        Api boss = boss(direction);

        assertLost(
                direction.there().as(token),
                api -> api.get("/v1/customers"),
                done(() -> boss.patchAs("/v1/admin/users/" + person.id(), "application/json", "{\"user_type\": null}")),
                403);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void whoseUserTypePermitsLess(Direction direction) {
        String type = "t" + UUID.randomUUID().toString().substring(0, 8);
        World.update(
                "insert into auth.user_types (name, display_name, description) values (?, ?, ?)", type, type, type);
        String id = World.query("select id from auth.user_types where name = ?", type);
        World.update("insert into auth.user_type_permissions values (?, 'GET', '/v1/customers')", UUID.fromString(id));
        Person person = World.member(company, type, "USER");
        String token = token(direction.here(), person);
        Api boss = boss(direction);

        assertLost(
                direction.there().as(token),
                api -> api.get("/v1/customers"),
                done(() -> boss.put(
                        "/v1/admin/user-types/" + id + "/permissions",
                        Json.createObjectBuilder()
                                .add("permissions", Json.createArrayBuilder())
                                .build())),
                403);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void whoseApiKeyIsRevoked(Direction direction) {
        Api boss = boss(direction);
        JsonObject key = World.apiKey(boss, company, "viewer");

        assertLost(
                direction.there().as(key.getString("key")),
                api -> api.get("/v1/customers"),
                done(() -> boss.delete("/v1/admin/customers/" + company.id() + "/api-keys/" + key.getString("id"))),
                401);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void whoseApiKeyExpires(Direction direction) {
        JsonObject key = World.apiKey(boss(direction), company, "viewer");

        assertLost(
                direction.there().as(key.getString("key")),
                api -> api.get("/v1/customers"),
                () -> World.update(
                        "update auth.api_keys set expires_at = now() where id = cast(? as uuid)", key.getString("id")),
                401);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void whoLogsOut(Direction direction) {
        Person person = World.member(company, "viewer", "USER");
        String token = token(direction.here(), person);

        assertLost(
                direction.there().as(token),
                api -> api.get("/v1/customers"),
                done(() -> direction.here().as(token).post("/auth/logout")),
                401);
    }

    /** Each takes a tenth without asking: three of thirty. */
    @ParameterizedTest
    @EnumSource(Direction.class)
    void whoHasGuessedTooOftenOnOneIsRefusedOnTheOther(Direction direction) {
        Web web = Web.anonymous().from(Web.newAddress());
        Web here = web.at(direction.here().server());
        Web there = web.at(direction.there().server());
        int guessed = 0;
        while (guess(here) != 429) {
            guessed++;
        }
        int more = 0;
        while (guess(there) != 429) {
            more++;
        }

        assertTrue(guessed >= 30, "guessed: " + guessed);
        assertTrue(more <= 3 + 3, "more: " + more);
    }

    private static int guess(Web web) {
        int status = web.post("/auth/refresh", "{\"refresh_token\":\"guess-" + UUID.randomUUID() + "\"}")
                .status();
        assertTrue(status == 401 || status == 429, "status: " + status);
        return status;
    }

    /** Not a right that is lost, but what has begun: it travels with the browser. */
    @ParameterizedTest
    @EnumSource(Direction.class)
    void whoBeginsToSignInOnOneNodeFinishesOnTheOther(Direction direction) {
        Person person = World.member(company, "viewer", "USER");
        Browser browser = Browser.at(direction.here());
        Page form = browser.open("/auth/login");
        URI back = browser.submitOnly(form, "", Map.of("username", person.email(), "claims", ""))
                .next()
                .orElseThrow();

        Page finished = browser.step(direction
                .there()
                .server()
                .resolve(back.getRawPath() + "?" + back.getRawQuery())
                .toString());
        assertEquals(303, finished.status(), finished.answer().body());
        assertTrue(browser.cookie("warp_refresh").isPresent());
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void whoLogsOutEverywhere(Direction direction) {
        Person person = World.member(company, "viewer", "USER");
        String token = token(direction.here(), person);
        String other = token(direction.there(), person);

        assertLost(
                direction.there().as(other),
                api -> api.get("/v1/customers"),
                done(() -> direction.here().as(token).delete("/auth/sessions")),
                401);
        assertEquals(401, direction.there().as(token).get("/v1/customers").status());
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void whoseSessionIsEndedFromAnother(Direction direction) {
        Person person = World.member(company, "viewer", "USER");
        String token = token(direction.here(), person);
        String lost = token(direction.there(), person);
        String session = direction.there().as(lost).get("/auth/validate").json().getString("session_id");

        assertLost(
                direction.there().as(lost),
                api -> api.get("/v1/customers"),
                done(() -> direction.here().as(token).delete("/auth/sessions/" + session)),
                401);
        assertEquals(200, direction.there().as(token).get("/v1/customers").status());
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void whoseRefreshTokenCameAgain(Direction direction) {
        Person person = World.member(company, "viewer", "USER");
        JsonObject first =
                direction.here().exchange(World.idToken(person.email())).json();
        JsonObject used = field("refresh_token", first.getString("refresh_token"));
        String token = direction.there().post("/auth/refresh", used).json().getString("access_token");
        World.update(
                """
                update auth.refresh_tokens t set used_at = used_at - interval '1 minute' from auth.sessions s
                where s.id = t.session_id and s.user_id = ?""",
                person.id());

        assertLost(
                direction.there().as(token),
                api -> api.get("/v1/customers"),
                () -> assertEquals(
                        401, direction.here().post("/auth/refresh", used).status()),
                401);
    }

    /** Nothing is restarted, and nobody who is signed in notices. */
    @Test
    void aKeyIsRotatedOnBothNodes() throws Exception {
        Person person = World.member(company, "viewer", "USER");
        KeyPair last = nodes.keys().current();
        KeyPair next = SharedKeys.newPair();
        String old = token(nodes.first(), person);

        nodes.keys().accept("next", next);
        awaitOnBoth("both publish the next key", node -> keyIds(node).size() == 2);
        nodes.keys().accept("last", last);
        nodes.keys().sign(next);
        awaitOnBoth("both sign with the next key", node -> !keyIds(node).get(0).equals(keyId(old)));
        assertNotEquals(keyId(old), keyId(token(nodes.first(), person)));
        assertNotEquals(keyId(old), keyId(token(nodes.second(), person)));

        for (Api node : List.of(nodes.first(), nodes.second())) {
            assertEquals(200, node.as(old).get("/v1/customers").status());
            assertEquals(
                    200,
                    node.as(token(nodes.first(), person)).get("/v1/customers").status());
            assertEquals(
                    200,
                    node.as(token(nodes.second(), person)).get("/v1/customers").status());
        }

        nodes.keys().acceptNoMore("last");
        awaitOnBoth(
                "both refuse the last key",
                node -> node.as(old).get("/v1/customers").status() == 401);
        nodes.keys().acceptNoMore("next");
        awaitOnBoth("both publish one key", node -> keyIds(node).size() == 1);
    }

    private static void awaitOnBoth(String what, Predicate<Api> condition) {
        long changed = System.nanoTime();
        Await.untilTrue(what, () -> condition.test(nodes.first()) && condition.test(nodes.second()));
        Duration delay = Duration.ofNanos(System.nanoTime() - changed);

        assertTrue(delay.compareTo(LIMIT) <= 0, what + ": " + delay);
        ROTATION_DELAYS.add(delay);
    }

    /** That of the key that signs comes first. */
    private static List<String> keyIds(Api node) {
        return node.get("/.well-known/jwks.json").json().getJsonArray("keys").getValuesAs(JsonObject.class).stream()
                .map(key -> key.getString("kid"))
                .toList();
    }

    private static String keyId(String token) {
        try {
            return SignedJWT.parse(token).getHeader().getKeyID();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
