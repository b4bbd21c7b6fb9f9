package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.Browser;
import tel.ringer.warp.kit.Page;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** From the link in a mail to "You are in", as a browser without script walks it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class InvitationPagesIT {
    private static final Map<String, String> NOTHING = Map.of();

    private final Company company = World.company();
    private final Person inviter = World.member(company, "customer_admin", "OWNER");
    private final Api owner = inviter.api();
    private final String email = World.newEmail();
    private final Api nobody = Api.anonymous();
    private final Browser browser = Browser.fresh();

    private String invited() {
        World.invite(owner, company, email);
        String token = World.tokenMailedTo(email);
        Await.untilTrue("sent", () -> state().contains("SENT"));
        return token;
    }

    private Page signedInTo(String token, String as) {
        Page page = browser.open("/invitations/" + token);
        return browser.signInAs(browser.submit(page, "/sign-in", NOTHING), as);
    }

    private String state() {
        return World.query("select i::text from auth.user_invitations i where email_normalised = ?", email);
    }

    private String status() {
        return World.query("select status from auth.user_invitations where email_normalised = ?", email);
    }

    private String accounts() {
        return World.query("select count(*) from auth.users where email_normalised = ?", email);
    }

    @Test
    void theInvitedPersonWalksFromTheLinkIntoWarp() {
        String token = invited();
        Page page = signedInTo(token, email);

        assertEquals("/invitations/" + token, page.address().getPath());
        assertEquals(200, page.status());
        assertTrue(
                page.shows("You are signed in as <strong>" + email),
                page.answer().body());
        assertEquals("PENDING", status());
        assertEquals("0", accounts());
        assertTrue(browser.cookie("warp_refresh").isEmpty());

        Page answered = browser.submitOnly(page, "/accept", NOTHING);
        assertEquals(303, answered.status(), answered.answer().body());
        assertTrue(answered.setCookie("warp_refresh").contains("HttpOnly"));
        Page in = browser.follow(answered);
        assertEquals("You are in", in.heading());
        assertTrue(in.shows(company.name()) && in.shows("href=\"/\""));
        assertEquals("ACCEPTED", status());
        assertEquals("1", accounts());
        assertTrue(browser.cookie("warp_refresh").isPresent());
        assertTrue(browser.cookie("warp_proof").isEmpty());
    }

    @Test
    void theProviderIsAskedForTheInvitedAccount() {
        Page page = browser.open("/invitations/" + invited());
        Page onward = browser.submitOnly(page, "/sign-in", NOTHING);

        assertEquals(200, onward.status(), "no redirect, which form-action would hold back");
        String address = onward.next().orElseThrow().toString();
        assertTrue(address.contains("login_hint=" + email.replace("@", "%40")), address);
        assertTrue(address.contains("prompt=select_account"), address);
        assertFalse(address.contains("invitations"), address);
    }

    @Test
    void whoDeclinesIsNotAddedAndTheInviterSeesIt() {
        Page page = signedInTo(invited(), email);
        Page declined = browser.submit(page, "/decline", NOTHING);

        assertEquals("You declined the invitation", declined.heading());
        assertEquals("DECLINED", status());
        assertEquals("0", accounts());
        assertTrue(browser.cookie("warp_refresh").isEmpty());
        assertTrue(owner.get("/v1/admin/invitations?status=DECLINED").body().contains(email));
        assertEquals(
                "1",
                World.query(
                        "select count(*) from audit.events where action = 'invitation.declined' and customer_id = ?",
                        company.id()));
    }

    @Test
    void declineTakesAnIdTokenToo() {
        String token = invited();
        Answer wrong = nobody.decline(token, World.idToken(World.newEmail()));
        assertEquals(409, wrong.status());
        assertEquals("invitation_wrong_account", wrong.code());

        assertEquals(204, nobody.decline(token, World.idToken(email)).status());
        assertEquals("DECLINED", status());
        for (Answer answer : List.of(
                nobody.decline(token, World.idToken(email)),
                nobody.accept(token, World.idToken(email)),
                nobody.get("/invitations/" + token))) {
            assertEquals(410, answer.status());
            assertEquals("invitation_declined", answer.code());
        }
        World.invite(owner, company, email);
    }

    @Test
    void whatIsAcceptedIsNotDeclined() {
        String token = invited();
        assertEquals(200, nobody.accept(token, World.idToken(email)).status());
        Answer late = nobody.decline(token, World.idToken(email));
        assertEquals(409, late.status());
        assertEquals("invitation_already_accepted", late.code());
        assertEquals(
                404,
                nobody.decline(UUID.randomUUID().toString(), World.idToken(email))
                        .status());
    }

    @Test
    void whoIsSignedInWithAnotherAccountSwitches() {
        String token = invited();
        Page wrong = signedInTo(token, World.newEmail());

        assertEquals(409, wrong.status());
        assertEquals("Another account is invited", wrong.heading());
        assertTrue(wrong.shows("p***@people.example"));
        assertFalse(wrong.shows(email));
        assertEquals("PENDING", status());

        Page right = browser.signInAs(browser.submit(wrong, "/sign-in", NOTHING), email);
        assertEquals("You are in", browser.submit(right, "/accept", NOTHING).heading());
    }

    @Test
    void aDeadLinkIsAPageWithItsReason() {
        String token = invited();
        assertDead("EXPIRED", 410, "This invitation has expired", token);
        assertDead("REVOKED", 410, "This invitation was withdrawn", token);
        assertDead("ACCEPTED", 410, "This invitation has been accepted", token);
        assertDead("DECLINED", 410, "This invitation was declined", token);
        assertEquals(
                "No such invitation",
                browser.open("/invitations/" + UUID.randomUUID()).heading());
    }

    private void assertDead(String status, int code, String heading, String token) {
        World.update(
                "update auth.user_invitations set status = ?, closed_at = now() where email_normalised = ?",
                status,
                email);
        Page page = browser.open("/invitations/" + token);
        assertEquals(code, page.status());
        assertEquals(heading, page.heading());
        assertFalse(page.shows(company.name()));
        Page form = browser.post(
                URI.create("/invitations/" + token + "/sign-in"),
                Map.of("provider", "default"),
                Map.of("Sec-Fetch-Site", "same-origin"));
        assertEquals(code, form.status());
        assertEquals(heading, form.heading());
    }

    @Test
    void aNewerLinkReplacesTheOlderOne() {
        World.invite(owner, company, email);
        String old = World.tokenMailedTo(email);
        String id = World.query("select id from auth.user_invitations where email_normalised = ?", email);
        assertEquals(202, owner.post("/v1/admin/invitations/" + id + "/resend").status());
        World.tokenMailedTo(email, 2);

        Page page = browser.open("/invitations/" + old);
        assertEquals(410, page.status());
        assertEquals("A newer link was sent", page.heading());
    }

    @Test
    void whatDiesBetweenSignInAndAcceptIsDead() {
        Page page = signedInTo(invited(), email);
        World.update("update auth.user_invitations set expires_at = now() where email_normalised = ?", email);

        Page late = browser.submit(page, "/accept", NOTHING);
        assertEquals(410, late.status());
        assertEquals("This invitation has expired", late.heading());
        assertEquals("0", accounts());
    }

    @Test
    void anInactiveAccountStaysOutAndTheInvitationStands() {
        Person person = World.person();
        World.update(
                "update auth.users set status = 'INACTIVE', email = ?, email_normalised = ? where id = ?",
                email,
                email,
                person.id());
        Page page = browser.submit(signedInTo(invited(), email), "/accept", NOTHING);

        assertEquals(403, page.status());
        assertEquals("Your account is not active", page.heading());
        assertEquals("PENDING", status());
    }

    @Test
    void onlyThePagesOwnFormsAreTaken() {
        Page page = signedInTo(invited(), email);
        String before = state();
        for (String form : List.of("/accept", "/decline")) {
            URI address = page.address().resolve(page.address().getPath() + form);
            Map<String, String> right = page.hiddenFields(form);
            for (Map<String, String> headers : List.of(
                    Map.of("Sec-Fetch-Site", "cross-site"),
                    Map.of("Sec-Fetch-Site", "same-site"),
                    Map.of("Sec-Fetch-Site", "none"),
                    Map.of("Origin", "https://evil.example"),
                    Map.of("Origin", "null"),
                    NOTHING)) {
                Page refused = browser.post(address, right, headers);
                assertEquals(403, refused.status(), headers.toString());
                assertEquals("This form was sent from another site", refused.heading());
            }
            for (Map<String, String> fields : List.of(NOTHING, Map.of("form_token", "x"), Map.of("form_token", ""))) {
                Page refused = browser.post(address, fields, Map.of("Sec-Fetch-Site", "same-origin"));
                assertEquals(401, refused.status(), fields.toString());
                assertEquals("Sign in once more", refused.heading());
            }
            assertEquals(
                    401,
                    Browser.fresh()
                            .post(address, right, Map.of("Sec-Fetch-Site", "same-origin"))
                            .status());
        }
        assertEquals(before, state());
        assertEquals("0", accounts());
    }

    @Test
    void proofForOneInvitationIsNoneForAnother() {
        Page page = signedInTo(invited(), email);
        String proof = browser.cookie("warp_proof").orElseThrow();
        Company second = World.company();
        World.invite(World.member(second, "customer_admin", "OWNER").api(), second, email);
        String token = World.tokenMailedTo(email, 2);

        Answer other =
                nobody.getWith("/invitations/" + token, Map.of("Accept", "text/html", "Cookie", "warp_proof=" + proof));
        assertFalse(other.body().contains("You are signed in as"), other.body());
        Answer own = nobody.getWith(
                page.address().getPath(), Map.of("Accept", "text/html", "Cookie", "warp_proof=" + proof));
        assertTrue(own.body().contains("You are signed in as"), own.body());
    }

    @Test
    void theProofStaysWithThePage() {
        String token = invited();
        Page page = browser.open("/invitations/" + token);
        Page form = browser.submit(page, "/sign-in", NOTHING);
        URI back = browser.submitOnly(form, "", Map.of("username", email, "claims", ""))
                .next()
                .orElseThrow();
        String cookie = browser.step(back.toString()).setCookie("warp_proof");

        for (String attribute : List.of("HttpOnly", "SameSite=Lax", "Path=/invitations/" + token, "Max-Age=600")) {
            assertTrue(cookie.contains(attribute), cookie);
        }
        assertFalse(cookie.toLowerCase(Locale.ROOT).contains(email));
    }

    @Test
    void lookingAtThePageChangesNothing() {
        Page page = signedInTo(invited(), email);
        String before = state();
        for (String method : List.of("GET", "HEAD", "OPTIONS", "PROPFIND")) {
            for (String path : List.of("", "/accept", "/decline", "/sign-in")) {
                nobody.method(method, page.address().getPath() + path);
            }
        }
        for (String path : List.of("/accept", "/decline", "/sign-in")) {
            assertEquals(405, browser.step(page.address().getPath() + path).status());
        }
        assertEquals(before, state());
        assertEquals("0", accounts());
    }

    @Test
    void whoCancelsAtTheProviderIsBackAtTheInvitation() {
        String token = invited();
        Page form = browser.submit(browser.open("/invitations/" + token), "/sign-in", NOTHING);
        String back = browser.submitOnly(form, "", Map.of("username", email, "claims", ""))
                .next()
                .orElseThrow()
                .toString();

        Page page = browser.open(back.replaceAll("code=[^&]*", "error=access_denied"));
        assertEquals(200, page.status());
        assertEquals("/invitations/" + token, page.address().getPath());
        assertFalse(page.shows("You are signed in as"));
    }

    @Test
    void ofAcceptAndDeclineOneWins() throws Exception {
        for (int i = 0; i < 5; i++) {
            String invitee = World.newEmail();
            World.invite(owner, company, invitee);
            String token = World.tokenMailedTo(invitee);
            String identity = World.idToken(invitee);
            List<Integer> answers = AtOnce.call(
                    List.of(() -> nobody.accept(token, identity).status(), () -> nobody.decline(token, identity)
                            .status()));

            boolean accepted = answers.get(0) == 200;
            assertEquals(accepted ? 409 : 204, answers.get(1), answers.toString());
            assertEquals(accepted ? 200 : 410, answers.get(0), answers.toString());
        }
    }
}
