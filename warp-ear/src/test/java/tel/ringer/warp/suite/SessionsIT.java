package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.TokenKeys;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Person;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SessionsIT {
    private final Person person = World.superAdmin();
    private final Api nobody = Api.anonymous();

    private Answer refresh(String token) {
        return nobody.post(
                "/auth/refresh",
                Json.createObjectBuilder().add("refresh_token", token).build());
    }

    @Test
    void whoSignsInGetsTokensForFifteenMinutes() {
        JsonObject tokens = person.signIn();

        assertEquals("Bearer", tokens.getString("token_type"));
        assertEquals(900, tokens.getInt("expires_in"));
        assertEquals(person.email(), tokens.getJsonObject("user").getString("email"));
        assertEquals(
                200,
                nobody.as(tokens.getString("access_token")).get("/v1/customers").status());
    }

    @Test
    void theTokenSaysWhoAndNothingOfWhatIsAllowed() {
        String payload = new String(
                Base64.getUrlDecoder()
                        .decode(person.signIn().getString("access_token").split("\\.", -1)[1]),
                StandardCharsets.UTF_8);

        assertTrue(payload.contains(person.id().toString()));
        assertTrue(payload.contains("\"groups\":[]"));
        assertFalse(payload.contains("superAdmin") || payload.contains("customer"));
    }

    @Test
    void validateTellsWhoIsSignedIn() {
        JsonObject me = person.api().get("/auth/validate").json();

        assertEquals(person.id().toString(), me.getString("user_id"));
        assertEquals("superAdmin", me.getString("platform_type"));
        assertEquals(401, nobody.get("/auth/validate").status());
    }

    @Test
    void somebodyUninvitedStaysOut() {
        Answer answer = nobody.exchange(World.idToken(World.newEmail()));

        assertEquals(403, answer.status());
        assertEquals("not_invited", answer.code());
    }

    @Test
    void aRefreshTokenContinuesTheSessionOnce() {
        JsonObject first = person.signIn();

        Answer second = refresh(first.getString("refresh_token"));

        assertEquals(200, second.status());
        assertNotEquals(first.getString("refresh_token"), second.json().getString("refresh_token"));
        assertEquals(
                200,
                nobody.as(second.json().getString("access_token"))
                        .get("/auth/validate")
                        .status());
    }

    @Test
    void aRefreshTokenUsedTwiceEndsItsSession() {
        JsonObject first = person.signIn();
        JsonObject second = refresh(first.getString("refresh_token")).json();
        passGrace(first);

        Answer again = refresh(first.getString("refresh_token"));

        assertEquals(401, again.status());
        assertEquals("invalid_refresh_token", again.code());
        assertEquals(401, refresh(second.getString("refresh_token")).status());
        assertEquals(
                401,
                nobody.as(second.getString("access_token"))
                        .get("/auth/validate")
                        .status());
        assertEnded(first, "REUSED_TOKEN");
    }

    @Test
    void aRefreshTokenWhoseAnswerWasLostIsExchangedAgainAtOnce() {
        JsonObject first = person.signIn();
        refresh(first.getString("refresh_token"));

        Answer again = refresh(first.getString("refresh_token"));

        assertEquals(200, again.status(), again.body());
        assertEquals(sid(first), sid(again.json()));
        assertEquals(200, refresh(again.json().getString("refresh_token")).status());
    }

    @Test
    void ofTwoSuccessorsOnlyOneGoesOn() {
        JsonObject first = person.signIn();
        JsonObject honest = refresh(first.getString("refresh_token")).json();
        JsonObject stolen = refresh(first.getString("refresh_token")).json();
        passGrace(first);

        assertEquals(200, refresh(honest.getString("refresh_token")).status());
        passGrace(first);

        assertEquals(401, refresh(stolen.getString("refresh_token")).status());
        assertEnded(first, "REUSED_TOKEN");
    }

    @Test
    void twentyRefreshesAtOnceAllStayInTheirSession() throws Exception {
        JsonObject first = person.signIn();

        List<Answer> answers = AtOnce.call(IntStream.range(0, 20)
                .<Callable<Answer>>mapToObj(i -> () -> refresh(first.getString("refresh_token")))
                .toList());

        answers.forEach(answer -> assertEquals(200, answer.status(), answer.body()));
        answers.forEach(answer -> assertEquals(sid(first), sid(answer.json())));
    }

    @Test
    void aSessionThatIsNotUsedForAWeekIsOver() {
        JsonObject tokens = person.signIn();
        move(tokens, "last_used_at", "6 days 23 hours 59 minutes");
        JsonObject next = refresh(tokens.getString("refresh_token")).json();
        move(next, "last_used_at", "7 days");

        assertEquals(401, refresh(next.getString("refresh_token")).status());
    }

    @Test
    void aRefreshTokenDoesNotOutliveItsTime() {
        JsonObject tokens = person.signIn();
        World.update(
                "update auth.refresh_tokens set expires_at = now() where session_id = cast(? as uuid)", sid(tokens));

        assertEquals(401, refresh(tokens.getString("refresh_token")).status());
    }

    @Test
    void noTokenOutlivesTheLongestTimeOfItsSession() {
        JsonObject tokens = person.signIn();
        move(tokens, "opened_at", "29 days 23 hours 58 minutes");
        JsonObject next = refresh(tokens.getString("refresh_token")).json();

        assertTrue(next.getInt("expires_in") <= 120, next.toString());
        assertEquals(
                "t",
                World.query(
                        """
                        select max(t.expires_at) filter (where t.used_at is null) = s.opened_at + interval '30 days'
                        from auth.sessions s join auth.refresh_tokens t on t.session_id = s.id
                        where s.id = cast(? as uuid) group by s.id""",
                        sid(tokens)));

        move(tokens, "opened_at", "30 days");
        assertEquals(401, refresh(next.getString("refresh_token")).status());
    }

    private static String sid(JsonObject tokens) {
        return TokenKeys.claim(tokens.getString("access_token"), "sid");
    }

    /** As if that much more time had passed since. */
    private static void move(JsonObject tokens, String instant, String ago) {
        World.update(
                "update auth.sessions set " + instant + " = now() - cast(? as interval) where id = cast(? as uuid)",
                ago,
                sid(tokens));
    }

    private static void passGrace(JsonObject tokens) {
        World.update(
                "update auth.refresh_tokens set used_at = used_at - interval '10 seconds' where session_id = cast(? as uuid)",
                sid(tokens));
    }

    private static void assertEnded(JsonObject tokens, String reason) {
        assertEquals(
                reason, World.query("select end_reason from auth.sessions where id = cast(? as uuid)", sid(tokens)));
        assertEquals(
                reason,
                World.query(
                        "select string_agg(details ->> 'reason', ',') from audit.events where action = 'session.ended' and subject_id = cast(? as uuid)",
                        sid(tokens)));
    }

    @Test
    void anUnknownRefreshTokenIsRefused() {
        assertEquals(401, refresh(UUID.randomUUID().toString()).status());
    }

    @Test
    void logoutEndsTheSessionAndItsTokensAtOnce() {
        JsonObject tokens = person.signIn();
        Api api = nobody.as(tokens.getString("access_token"));

        assertEquals(204, api.post("/auth/logout").status());

        assertEquals(401, api.get("/auth/validate").status());
        assertEquals(401, refresh(tokens.getString("refresh_token")).status());
        assertEquals(200, person.api().get("/auth/validate").status());
    }

    @Test
    void noSecretOfASessionIsStored() {
        String token = person.signIn().getString("refresh_token");

        assertEquals(
                "0",
                World.query("select count(*) from auth.refresh_tokens t where t::text like '%' || ? || '%'", token));
    }

    @Test
    void anAddressThatChangesAtTheProviderDoesNotMoveTheAccount() {
        person.signIn();
        String moved = World.newEmail();

        Answer answer = nobody.exchange(Identities.of(Identities.claims(moved, "local-" + person.email())));

        assertEquals(200, answer.status());
        assertEquals(person.id().toString(), answer.json().getJsonObject("user").getString("id"));
    }

    @Test
    void anotherIdentityWithTheSameAddressDoesNotTakeTheAccount() {
        person.signIn();

        Answer answer = nobody.exchange(Identities.of(Identities.claims(person.email(), "somebody-else")));

        assertEquals(409, answer.status());
        assertEquals("identity_conflict", answer.code());
    }

    @Test
    void anybodyCanReadThePublicKeysAndNothingMore() {
        JsonObject key =
                nobody.get("/.well-known/jwks.json").json().getJsonArray("keys").getJsonObject(0);

        assertEquals("RSA", key.getString("kty"));
        assertFalse(key.containsKey("d"));
    }

    private static List<JsonObject> sessionsOf(JsonObject tokens) {
        Answer answer = Api.anonymous().as(tokens.getString("access_token")).get("/auth/sessions");
        assertEquals(200, answer.status(), answer.body());
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static Answer end(JsonObject tokens, String session) {
        return Api.anonymous().as(tokens.getString("access_token")).delete("/auth/sessions/" + session);
    }

    @Test
    void everybodySeesTheirOwnOpenSessions() {
        JsonObject first = person.signIn();
        JsonObject second = person.signIn();
        person.api().post("/auth/logout");
        World.superAdmin().signIn();

        List<JsonObject> sessions = sessionsOf(first);

        assertEquals(
                Set.of(sid(first), sid(second)),
                sessions.stream().map(session -> session.getString("id")).collect(Collectors.toSet()));
        assertEquals(
                List.of(sid(first)),
                sessions.stream()
                        .filter(session -> session.getBoolean("current"))
                        .map(session -> session.getString("id"))
                        .toList());
    }

    @Test
    void aSessionTellsWhatOpenedItAndFromWhereAndHowLongItLasts() {
        JsonObject session = sessionsOf(person.signIn()).get(0);

        assertTrue(session.getString("user_agent").startsWith("Java-http-client/"), session.toString());
        assertEquals("127.0.0.1", session.getString("address"));
        Instant lastUsed = Instant.parse(session.getString("last_used_at"));
        assertEquals(lastUsed.plus(Duration.ofDays(7)), Instant.parse(session.getString("expires_at")));
    }

    @Test
    void oneOfTheOwnSessionsEndsAndTheOthersStay() {
        JsonObject mine = person.signIn();
        JsonObject lost = person.signIn();

        assertEquals(204, end(mine, sid(lost)).status());

        assertEquals(
                401,
                nobody.as(lost.getString("access_token")).get("/auth/validate").status());
        assertEquals(401, refresh(lost.getString("refresh_token")).status());
        assertEquals(200, refresh(mine.getString("refresh_token")).status());
        assertEnded(lost, "ENDED_REMOTELY");
    }

    @Test
    void foreignEndedAndUnknownSessionsAnswerTheSame() {
        JsonObject mine = person.signIn();
        JsonObject foreign = World.person().signIn();
        JsonObject ended = person.signIn();
        end(mine, sid(ended));

        List<Answer> answers = Stream.of(
                        sid(foreign), sid(ended), UUID.randomUUID().toString(), "x", "1-1-1-1-1")
                .map(session -> end(mine, session))
                .toList();

        answers.forEach(answer -> assertEquals(404, answer.status(), answer.body()));
        assertEquals(
                1, answers.stream().map(Answer::bodyWithoutRequestId).distinct().count());
        assertEquals(
                200,
                nobody.as(foreign.getString("access_token"))
                        .get("/auth/validate")
                        .status());
    }

    @Test
    void logoutEverywhereEndsEachOfTheOwnSessionsAndNoOther() {
        JsonObject mine = person.signIn();
        JsonObject other = person.signIn();
        JsonObject foreign = World.person().signIn();

        assertEquals(
                204,
                nobody.as(mine.getString("access_token"))
                        .delete("/auth/sessions")
                        .status());

        for (JsonObject tokens : List.of(mine, other)) {
            assertEquals(
                    401,
                    nobody.as(tokens.getString("access_token"))
                            .get("/auth/validate")
                            .status());
            assertEquals(401, refresh(tokens.getString("refresh_token")).status());
            assertEnded(tokens, "LOGOUT_EVERYWHERE");
        }
        assertEquals(200, refresh(foreign.getString("refresh_token")).status());
    }

    @Test
    void theKeysMayBeCachedAndAreSentAgainOnlyIfTheyChanged() throws Exception {
        Answer first = nobody.get("/.well-known/jwks.json");
        HttpRequest again = HttpRequest.newBuilder(PartsForTests.server().resolve("/.well-known/jwks.json"))
                .header("If-None-Match", first.header("ETag"))
                .build();

        HttpResponse<String> second = HttpClient.newHttpClient().send(again, HttpResponse.BodyHandlers.ofString());

        assertEquals("max-age=300", first.header("Cache-Control").replace("no-transform, ", ""));
        assertEquals(304, second.statusCode());
        assertEquals("", second.body());
        assertFalse(first.body().contains("\"d\""), first.body());
    }
}
