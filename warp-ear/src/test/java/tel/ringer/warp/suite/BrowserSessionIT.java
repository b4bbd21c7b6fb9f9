package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.Portal;
import tel.ringer.warp.kit.Route;
import tel.ringer.warp.kit.Routes;
import tel.ringer.warp.kit.TokenKeys;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Person;

/** Sessions whose refresh token is in a cookie, and what other sites can do with it: nothing. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BrowserSessionIT {
    private static final String REFRESH = "/auth/refresh";
    private static final String LOGOUT = "/auth/logout";

    private final Person person = World.person();
    private final JsonObject tokens = person.signIn();
    private final Portal browser = Portal.holding(tokens.getString("refresh_token"));
    private final Api api = Api.anonymous().as(tokens.getString("access_token"));

    @Test
    void theCookieContinuesTheSession() {
        Answer answer = browser.post(REFRESH);

        assertEquals(200, answer.status(), answer.body());
        assertEquals(
                200,
                Api.anonymous()
                        .as(answer.json().getString("access_token"))
                        .get("/auth/validate")
                        .status());
        assertEquals("no-store", answer.header("Cache-Control"));
    }

    @Test
    void theNextRefreshTokenIsInTheCookieAlone() {
        Answer answer = browser.post(REFRESH);

        assertFalse(answer.json().containsKey("refresh_token"), answer.body());
        assertNotEquals(tokens.getString("refresh_token"), browser.refreshToken());
        assertFalse(answer.body().contains(browser.refreshToken()));
        assertEquals(200, browser.post(REFRESH).status());
    }

    @Test
    void noScriptAndNoOtherSiteReachesTheCookie() {
        List<String> cookies = Portal.setCookies(browser.post(REFRESH));

        assertEquals(1, cookies.size());
        String cookie = cookies.get(0);
        for (String attribute : List.of("HttpOnly", "SameSite=Strict", "Path=/auth")) {
            assertTrue(List.of(cookie.split("; *", -1)).contains(attribute), cookie);
        }
        assertFalse(cookie.contains("Domain"), cookie);
    }

    @Test
    void whoSendsTheTokenInABodyGetsItInTheBodyAndNoCookie() {
        Answer answer =
                Api.anonymous().postText(REFRESH, "{\"refresh_token\":\"" + tokens.getString("refresh_token") + "\"}");

        assertEquals(200, answer.status());
        assertFalse(answer.json().getString("refresh_token").isEmpty());
        assertEquals(List.of(), Portal.setCookies(answer));
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://localhost",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none"
    })
    void anotherSiteCanNeitherRefreshNorLogOut(String header, String value) {
        for (String path : List.of(REFRESH, LOGOUT)) {
            Answer answer = browser.post(path, Map.of(header, value));

            assertEquals(403, answer.status(), answer.body());
            assertEquals("cross_site", answer.code());
            assertEquals(List.of(), Portal.setCookies(answer));
        }
        assertEquals(200, api.get("/auth/validate").status());
        assertEquals(200, browser.post(REFRESH).status());
    }

    @Test
    void oneHeaderThatIsWrongOutweighsTheOther() {
        Answer answer = browser.post(
                REFRESH, Map.of("Origin", PartsForTests.server().toString(), "Sec-Fetch-Site", "cross-site"));

        assertEquals(403, answer.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {REFRESH, LOGOUT})
    void whoDoesNotSayWhereTheRequestComesFromIsRefused(String path) {
        assertEquals("cross_site", browser.post(path, Map.of()).code());
    }

    @Test
    void theCookieOpensNothingElse() {
        for (Route route : Routes.guarded().toList()) {
            if (!route.toString().equals("POST " + LOGOUT)) {
                String path =
                        route.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
                Answer answer = browser.send(
                        route.method(),
                        path,
                        Map.of("Origin", PartsForTests.server().toString(), "Sec-Fetch-Site", "same-origin"));
                assertEquals(401, answer.status(), route.toString());
            }
        }
    }

    @Test
    void logoutByCookieEndsTheSessionAndRemovesTheCookie() {
        assertEquals(204, browser.post(LOGOUT).status());

        assertEquals("", browser.refreshToken());
        assertEquals(401, api.get("/auth/validate").status());
        assertEquals("LOGOUT", endOf(tokens.getString("access_token")));
    }

    @Test
    void logoutByBearerRemovesTheCookieToo() {
        Answer answer = browser.post(LOGOUT, Map.of("Authorization", "Bearer " + tokens.getString("access_token")));

        assertEquals(204, answer.status());
        assertEquals("", browser.refreshToken());
    }

    @Test
    void logoutWithACookieThatWorksNoMoreIsNoError() {
        Portal second = browser.copy();
        browser.post(LOGOUT);

        assertEquals(204, second.post(LOGOUT).status());
        assertEquals("", second.refreshToken());
    }

    @Test
    void withoutCookieAndTokenNobodyIsKnown() {
        assertEquals("unauthenticated", new Portal().post(LOGOUT).code());
        Answer answer = new Portal().post(REFRESH);
        assertEquals(401, answer.status(), answer.body());
        assertEquals("invalid_refresh_token", answer.code());
    }

    @Test
    void twoTabsThatRefreshAtOnceBothGoOn() throws Exception {
        Portal first = browser.copy();
        Portal second = browser.copy();

        List<Answer> answers = AtOnce.call(List.of(() -> first.post(REFRESH), () -> second.post(REFRESH)));

        answers.forEach(answer -> assertEquals(200, answer.status(), answer.body()));
        // Whichever answer came last is what the browser keeps.
        assertEquals(200, first.post(REFRESH).status());
    }

    private static String endOf(String accessToken) {
        return World.query(
                "select end_reason from auth.sessions where id = cast(? as uuid)", TokenKeys.claim(accessToken, "sid"));
    }
}
