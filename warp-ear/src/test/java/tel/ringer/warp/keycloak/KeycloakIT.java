package tel.ringer.warp.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.Browser;
import tel.ringer.warp.kit.Page;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** Sign-in with tokens of a provider that is not ours. Each person is in the realm that Keycloak imports. */
@Tag("keycloak")
@SuppressWarnings("NullAway.Init")
class KeycloakIT {
    private static WarpBesideKeycloak warp;
    private static RelyingParty portal;
    private static KeycloakAdministrator administrator;

    @BeforeAll
    static void start() throws Exception {
        warp = WarpBesideKeycloak.start();
        portal = warp.client("warp");
        administrator = new KeycloakAdministrator(warp.keycloak());
    }

    @AfterAll
    static void stop() {
        warp.close();
    }

    private static String email(String username) {
        return username + "@customer.example";
    }

    /** An account that waits for its person. */
    private static UUID account(String username) {
        UUID id = UUID.randomUUID();
        World.update(
                """
                insert into auth.users (id, email, email_normalised, display_name, status, created_at)
                values (?, ?, ?, ?, 'ACTIVE', now())
                """,
                id,
                email(username),
                email(username),
                username);
        return id;
    }

    private static Answer exchange(String idToken) {
        return warp.api().exchange(idToken);
    }

    private static void assertRefused(int status, String code, Answer answer) {
        assertEquals(status, answer.status(), answer.body());
        assertEquals(code, answer.code());
    }

    private static SignedJWT parsed(String token) throws ParseException {
        return SignedJWT.parse(token);
    }

    private static Api superAdministrator() {
        return warp.api().as(exchange(World.superAdmin().idToken()).json().getString("access_token"));
    }

    private static List<String> customers(Api api) {
        return api.get("/v1/customers").json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(customer -> customer.getString("ban"))
                .toList();
    }

    /** With what the browser keeps, as the portal does. */
    private static Api signedIn(Browser browser) {
        Answer refreshed = refresh(browser.cookie("warp_refresh").orElseThrow());
        assertEquals(200, refreshed.status(), refreshed.body());
        return warp.api().as(refreshed.json().getString("access_token"));
    }

    private static Answer refresh(String token) {
        return warp.api()
                .post(
                        "/auth/refresh",
                        Json.createObjectBuilder().add("refresh_token", token).build());
    }

    /** From WARP to Keycloak's form and back to where the person wanted to be. */
    private static Page signIn(Browser browser, String username) {
        Page form = browser.open("/auth/login?provider=keycloak&return_to=/dashboard");
        return browser.step(new LoginForm(form)
                .signIn(browser, username)
                .next()
                .orElseThrow()
                .toString());
    }

    @Test
    void whoHasAnAccountSignsInAndBelongsToKeycloaksSubject() throws Exception {
        UUID id = account("vera");

        String token = portal.idToken("vera");
        Answer answer = exchange(token);

        assertEquals(200, answer.status(), answer.body());
        assertEquals(id.toString(), answer.json().getJsonObject("user").getString("id"));
        assertEquals(
                warp.keycloak().issuer() + " " + parsed(token).getJWTClaimsSet().getSubject(),
                World.query("select issuer || ' ' || subject from auth.users where id = ?", id));
    }

    @Test
    void theSameAddressAtAnotherProviderDoesNotTakeTheAccountOver() throws Exception {
        account("paula");
        assertEquals(200, exchange(portal.idToken("paula")).status());

        assertRefused(
                409,
                "identity_conflict",
                exchange(PartsForTests.identityProvider().idToken(email("paula"))));
    }

    @Test
    void whoseAddressIsNotVerifiedStaysOut() throws Exception {
        account("uma");

        assertRefused(401, "email_not_verified", exchange(portal.idToken("uma")));
    }

    @Test
    void aTokenForAnotherClientIsRefused() throws Exception {
        account("otto");

        assertRefused(401, "invalid_id_token", exchange(warp.client("another").idToken("otto")));
        assertEquals(200, exchange(portal.idToken("otto")).status());
    }

    @Test
    void whoIsNotInvitedStaysOut() throws Exception {
        assertRefused(403, "not_invited", exchange(portal.idToken("nora")));
    }

    @Test
    void staffComesInByItsDomainAndSeesNoCustomer() throws Exception {
        World.company();

        Answer answer = exchange(portal.idToken("stan"));

        assertEquals(200, answer.status(), answer.body());
        Api staff = warp.api().as(answer.json().getString("access_token"));
        assertEquals("viewer", staff.get("/auth/validate").json().getString("platform_type"));
        assertTrue(staff.get("/v1/customers").json().getJsonArray("items").isEmpty());
    }

    @Test
    void whoIsDisabledAtKeycloakGetsNoToken() throws Exception {
        account("dora");

        Page page = portal.attempt("dora");

        assertEquals(200, page.status());
        assertTrue(page.shows("Account is disabled"), page.answer().body());
    }

    @Test
    void whoIsDeactivatedInWarpStaysOutWhateverKeycloakSays() throws Exception {
        UUID id = account("dan");
        JsonObject tokens = exchange(portal.idToken("dan")).json();
        Api boss = superAdministrator();
        assertEquals(200, boss.post("/v1/admin/users/" + id + "/deactivate").status());

        assertRefused(403, "account_inactive", exchange(portal.idToken("dan")));
        assertRefused(
                401,
                "unauthenticated",
                warp.api().as(tokens.getString("access_token")).get("/v1/customers"));
        assertRefused(401, "invalid_refresh_token", refresh(tokens.getString("refresh_token")));
    }

    @Test
    void anAddressThatChangesAtKeycloakKeepsTheAccount() throws Exception {
        UUID id = account("mona");
        assertEquals(200, exchange(portal.idToken("mona")).status());

        administrator.changeAddress("mona", "mona.married@customer.example");
        String token = portal.idToken("mona");
        Answer answer = exchange(token);

        assertEquals(
                "mona.married@customer.example", parsed(token).getJWTClaimsSet().getStringClaim("email"));
        JsonObject user = answer.json().getJsonObject("user");
        assertEquals(id.toString(), user.getString("id"));
        assertEquals(email("mona"), user.getString("email"));
    }

    @Test
    void whoIsInvitedAcceptsWithKeycloaksTokenAndSeesThatCustomerAlone() throws Exception {
        Company company = World.company();
        World.company();
        World.invite(superAdministrator(), company, email("ivy"));

        Answer accepted = warp.api().accept(World.tokenMailedTo(email("ivy")), portal.idToken("ivy"));

        assertEquals(200, accepted.status(), accepted.body());
        Api ivy = warp.api().as(accepted.json().getJsonObject("session").getString("access_token"));
        assertEquals(List.of(company.ban()), customers(ivy));
    }

    @Test
    void whoLogsOutOfWarpIsOut() throws Exception {
        account("lea");
        Api lea = warp.api().as(exchange(portal.idToken("lea")).json().getString("access_token"));
        assertEquals(200, lea.get("/auth/validate").status());

        assertEquals(204, lea.post("/auth/logout").status());

        assertRefused(401, "unauthenticated", lea.get("/auth/validate"));
    }

    @Test
    void aTokenIsTakenForAsLongAsTheClocksMayDifferAndNoLonger() throws Exception {
        account("carla");
        administrator.tokensLive(2);
        try {
            String token = portal.idToken("carla");
            Instant end = parsed(token).getJWTClaimsSet().getExpirationTime().toInstant();

            Await.untilTrue("the end of the token", () -> Instant.now().isAfter(end.plusSeconds(1)));
            assertEquals(200, exchange(token).status());

            Instant refused = end.plus(WarpBesideKeycloak.CLOCK_SKEW).plusSeconds(1);
            Await.untilTrue("the end of the skew", () -> Instant.now().isAfter(refused));
            assertRefused(401, "invalid_id_token", exchange(token));
        } finally {
            administrator.tokensLive(300);
        }
    }

    @Test
    void whenKeycloakRotatesItsKeyTheNewOneWorksAndTheRemovedOneNoLonger() throws Exception {
        account("rosa");
        String old = portal.idToken("rosa");
        assertEquals(200, exchange(old).status());

        administrator.addSigningKey("rotated", 200);
        String fresh = portal.idToken("rosa");
        assertNotEquals(
                parsed(old).getHeader().getKeyID(), parsed(fresh).getHeader().getKeyID());
        assertEquals(200, exchange(old).status());
        administrator.removeSigningKeysBut("rotated");

        assertEquals(200, exchange(fresh).status());
        assertRefused(401, "invalid_id_token", exchange(old));
    }

    @Test
    void aBrowserGoesFromWarpToKeycloaksFormAndComesBackSignedIn() {
        Company company = World.company();
        World.company();
        World.grant(new Person(account("bo"), email("bo")), company, "viewer", "USER");
        Browser browser = Browser.at(warp.api());

        Page back = signIn(browser, "bo");

        assertEquals(303, back.status(), back.answer().body());
        assertEquals("/dashboard", back.next().orElseThrow().getPath());
        assertEquals(List.of(company.ban()), customers(signedIn(browser)));
    }

    @Test
    void aBrowserOfADeactivatedPersonComesBackToAClearPage() {
        UUID id = account("dirk");
        Browser browser = Browser.at(warp.api());
        assertEquals(303, signIn(browser, "dirk").status());
        assertEquals(
                200,
                superAdministrator()
                        .post("/v1/admin/users/" + id + "/deactivate")
                        .status());

        Page back = signIn(Browser.at(warp.api()), "dirk");

        assertEquals(403, back.status());
        assertTrue(back.shows("Your account is not active"), back.answer().body());
        assertRefused(
                401,
                "invalid_refresh_token",
                refresh(browser.cookie("warp_refresh").orElseThrow()));
    }

    @Test
    void anInvitationIsAcceptedOnItsPageByKeycloaksWord() {
        Company company = World.company();
        World.invite(superAdministrator(), company, email("ina"));
        Browser browser = Browser.at(warp.api());
        Page invitation = browser.open("/invitations/" + World.tokenMailedTo(email("ina")));

        Page form = browser.submit(invitation, "/sign-in", Map.of("provider", "keycloak"));
        assertTrue(form.shows("value=\"" + email("ina") + "\""), form.answer().body());
        Page proven = browser.follow(new LoginForm(form).signIn(browser, "ina"));
        assertTrue(
                proven.shows("You are signed in as <strong>" + email("ina") + "</strong> with Keycloak"),
                proven.answer().body());
        Page in = browser.submit(proven, "/accept", Map.of());

        assertEquals("You are in", in.heading(), in.answer().body());
        assertEquals(List.of(company.ban()), customers(signedIn(browser)));
    }
}
