package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Browser;
import tel.ringer.warp.kit.Page;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Person;

/** The authorization code flow, as a browser walks it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SignInFlowIT {
    private final Person person = World.person();
    private final Browser browser = Browser.fresh();

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The provider's redirect back, not yet followed. */
    private URI comeBack(String email, String claims) {
        Page form = browser.open("/auth/login?return_to=/v1/customers");
        return browser.submitOnly(form, "", Map.of("username", email, "claims", claims))
                .next()
                .orElseThrow();
    }

    private URI comeBack() {
        return comeBack(person.email(), "");
    }

    private static void assertRefused(int status, String heading, Page page) {
        assertEquals(status, page.status(), page.answer().body());
        assertEquals(heading, page.heading());
        assertEquals("", page.setCookie("warp_refresh"));
        assertTrue(page.setCookie("warp_sign_in").startsWith("warp_sign_in=;"), page.setCookie("warp_sign_in"));
    }

    @Test
    void theBrowserIsSentToTheProviderWithWhatProtectsTheAnswer() {
        Page page = browser.step("/auth/login?return_to=/customers");

        assertEquals(303, page.status());
        String address = page.answer().header("Location");
        assertTrue(address.startsWith(PartsForTests.identityProvider().issuer() + "/authorize?"), address);
        for (String part : List.of(
                "response_type=code",
                "client_id=warp",
                "scope=openid+email+profile",
                "redirect_uri=" + encoded(PartsForTests.server() + "/auth/callback"),
                "state=",
                "nonce=",
                "code_challenge=",
                "code_challenge_method=S256")) {
            assertTrue(address.contains(part), part + " in " + address);
        }
        String cookie = page.setCookie("warp_sign_in");
        for (String attribute : List.of("HttpOnly", "SameSite=Lax", "Path=/auth/callback", "Max-Age=600")) {
            assertTrue(cookie.contains(attribute), cookie);
        }
        assertFalse(cookie.contains("/customers"), cookie);
    }

    @Test
    void whoSignsInGetsASessionAndIsWhereTheyWantedToBe() {
        Page back = browser.step(comeBack().toString());

        assertEquals(303, back.status(), back.answer().body());
        assertEquals(
                "/v1/customers", URI.create(back.answer().header("Location")).getPath());
        String cookie = back.setCookie("warp_refresh");
        for (String attribute : List.of("HttpOnly", "SameSite=Strict", "Path=/auth")) {
            assertTrue(cookie.contains(attribute), cookie);
        }
        Answer refreshed = Api.anonymous()
                .post(
                        "/auth/refresh",
                        Json.createObjectBuilder()
                                .add(
                                        "refresh_token",
                                        browser.cookie("warp_refresh").orElseThrow())
                                .build());
        assertEquals(200, refreshed.status(), refreshed.body());
        assertTrue(browser.cookie("warp_sign_in").isEmpty());
    }

    @Test
    void whatProvidersAddToTheCallbackIsIgnored() {
        Page back = browser.step(comeBack() + "&session_state=x&scope=openid&authuser=0&prompt=none&hd=people.example");

        assertEquals(303, back.status(), back.answer().body());
    }

    @Test
    void aCallbackWorksOnce() {
        String address = comeBack().toString();
        Browser other = Browser.fresh();
        assertEquals(303, browser.step(address).status());

        assertRefused(400, "This sign-in is over", browser.step(address));
        assertRefused(400, "This sign-in is over", other.step(address));
    }

    @Test
    void aCodeWorksOnceEvenWithTheCookie() {
        URI address = comeBack();
        String cookie = browser.cookie("warp_sign_in").orElseThrow();
        assertEquals(303, browser.step(address.toString()).status());

        Answer again = Api.anonymous()
                .getWith(address.getPath() + "?" + address.getRawQuery(), Map.of("Cookie", "warp_sign_in=" + cookie));
        assertEquals(400, again.status(), again.body());
        assertEquals("sign_in_not_begun", again.code());
    }

    @Test
    void anotherBrowserCannotFinishIt() {
        String address = comeBack().toString();
        Browser victim = Browser.fresh();
        assertRefused(400, "This sign-in is over", victim.step(address));

        victim.open("/auth/login");
        assertRefused(400, "That did not work", victim.step(address));
        assertTrue(victim.cookie("warp_refresh").isEmpty());
    }

    @Test
    void aWrongStateIsRefused() {
        String address = comeBack().toString();
        assertRefused(400, "That did not work", browser.step(address.replaceAll("state=[^&]*", "state=other")));
    }

    @Test
    void aWrongNonceIsRefused() {
        Page back =
                browser.step(comeBack(person.email(), "{\"nonce\": \"other\"}").toString());
        assertRefused(401, "That did not work", back);
        assertTrue(back.shows("invalid_id_token"));
    }

    @Test
    void anAnswerOfAnotherProviderIsRefused() {
        assertRefused(400, "That did not work", browser.step(comeBack() + "&iss=" + encoded("https://evil.example")));
    }

    @Test
    void aCookieThatIsNotWarpsIsWorthNothing() {
        URI address = comeBack();
        for (String cookie : List.of("", "x", "a.b.c.d.e", "eyJhbGciOiJub25lIn0..x.y.z")) {
            Answer answer = Api.anonymous()
                    .getWith(
                            address.getPath() + "?" + address.getRawQuery(),
                            Map.of("Cookie", "warp_sign_in=" + cookie));
            assertEquals(400, answer.status(), cookie);
            assertEquals("sign_in_not_begun", answer.code(), cookie);
        }
    }

    @Test
    void whoCancelsAtTheProviderIsToldSo() {
        URI address = comeBack();
        String cancelled = address.toString().replaceAll("code=[^&]*", "error=access_denied");
        assertRefused(403, "You did not sign in", browser.step(cancelled));
    }

    @Test
    void whoIsNotInvitedIsToldSoAndCanChooseAnotherAccount() {
        Page back = browser.step(comeBack(World.newEmail(), "").toString());
        assertRefused(403, "You are not invited yet", back);
        assertTrue(back.shows("/auth/login?select_account=true"));

        Page again = browser.step("/auth/login?select_account=true");
        assertTrue(again.answer().header("Location").contains("prompt=select_account"));
    }

    @Test
    void whoIsInactiveStaysOut() {
        World.update("update auth.users set status = 'INACTIVE' where id = ?", person.id());
        assertRefused(403, "Your account is not active", browser.step(comeBack().toString()));
    }

    @Test
    void nobodyIsSentToAnotherSite() {
        assertAll(Stream.of(
                        "//evil.example",
                        "/\\evil.example",
                        "https://evil.example/",
                        "/%2f/evil.example",
                        "/%5cevil.example",
                        "/\t/evil.example",
                        "/a/..//evil.example",
                        "javascript:alert(1)",
                        "/auth/login",
                        "/invitations/x")
                .map(target -> () -> {
                    Page page = browser.step("/auth/login?return_to=" + encoded(target));
                    assertEquals(400, page.status(), target);
                    assertTrue(page.shows("invalid_return_to"), target);
                    assertEquals("", page.answer().header("Location"), target);
                    assertEquals("", page.setCookie("warp_sign_in"), target);
                }));
    }

    @Test
    void programsGetProblemDocuments() {
        Api nobody = Api.anonymous();
        assertEquals("unknown_provider", nobody.get("/auth/login?provider=x").code());
        assertEquals(
                "invalid_return_to", nobody.get("/auth/login?return_to=//x").code());
        assertEquals(
                "sign_in_not_begun", nobody.get("/auth/callback?code=x&state=y").code());
        assertEquals("invalid_parameter", nobody.get("/auth/login?tenant=x").code());
        assertEquals(
                "invalid_parameter", nobody.get("/auth/callback?code=x&code=y").code());
    }

    @Test
    void pagesOfSignInAreNotKeptFramedOrIndexed() {
        Page page = browser.step("/auth/callback?code=x&state=y");
        assertEquals("no-store", page.answer().header("Cache-Control"));
        assertTrue(page.answer().header("Content-Security-Policy").startsWith("default-src 'none'"));
        assertFalse(page.shows("<script"));
        assertTrue(page.answer().header("Content-Type").startsWith("text/html"));
    }
}
