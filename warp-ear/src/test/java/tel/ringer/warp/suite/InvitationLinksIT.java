package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.TypeOfUser;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class InvitationLinksIT {
    private final Company company = World.company();
    private final Person inviter = World.member(company, "customer_admin", "OWNER");
    private final Api owner = inviter.api();
    private final String email = World.newEmail();
    private final Api nobody = Api.anonymous();

    private String invited() {
        World.invite(owner, company, email);
        return World.tokenMailedTo(email);
    }

    @Test
    void theLinkShowsWhatTheInviteeNeedsToDecide() {
        JsonObject view = nobody.get("/invitations/" + invited()).json();

        assertEquals(company.name(), view.getString("company_name"));
        assertEquals(company.ban(), view.getString("ban"));
        assertEquals("p***@people.example", view.getString("email"));
        assertEquals("Viewer", view.getString("user_type"));
        assertEquals("USER", view.getString("role"));
        assertTrue(view.containsKey("allows"));
        assertTrue(view.containsKey("expires_at"));
        assertFalse(view.toString().contains(email));
    }

    @Test
    void aBrowserGetsAPageWithoutScript() {
        Answer page = nobody.getPage("/invitations/" + invited());

        assertEquals(200, page.status());
        assertTrue(page.header("Content-Type").startsWith("text/html"));
        assertTrue(page.body().contains("<h1>You are invited to " + company.name() + "</h1>"));
        assertFalse(page.body().contains("<script"));
        assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'"));
        assertEquals("no-store", page.header("Cache-Control"));
        assertEquals("no-referrer", page.header("Referrer-Policy"));
        assertTrue(page.header("X-Robots-Tag").contains("noindex"));
    }

    @Test
    void whatPeopleWriteIsShownAsTextAndNeverAsMarkup() {
        World.update("update accounts.customers set company_name = '<img src=x>' where id = ?", company.id());
        String page = nobody.getPage("/invitations/" + invited()).body();

        assertTrue(page.contains("&lt;img src=x&gt;"));
        assertFalse(page.contains("<img"));
    }

    @Test
    void followingTheLinkChangesNothing() {
        String token = invited();
        Await.untilTrue("sent", () -> state().contains("SENT"));
        String before = state();

        for (String method : List.of("GET", "HEAD", "OPTIONS", "GET", "PROPFIND")) {
            nobody.method(method, "/invitations/" + token);
            nobody.method(method, "/invitations/" + token + "/accept");
        }

        assertEquals(before, state());
        assertEquals(200, nobody.get("/invitations/" + token).status());
    }

    private String state() {
        return World.query("select i::text from auth.user_invitations i where email_normalised = ?", email);
    }

    @Test
    void unknownAndMalformedTokensAnswerTheSame() {
        Answer unknown = nobody.get("/invitations/" + UUID.randomUUID());
        assertEquals(404, unknown.status());

        for (String token : List.of("x", "1-1-1-1-1", UUID.randomUUID() + "0", "%00", "..%2f..")) {
            Answer answer = nobody.get("/invitations/" + token);
            assertTrue(answer.status() == 404 || answer.status() == 400, token + " " + answer.status());
        }
        assertEquals(
                unknown.bodyWithoutRequestId(),
                nobody.get("/invitations/malformed").bodyWithoutRequestId());
        assertEquals(404, nobody.getPage("/invitations/" + UUID.randomUUID()).status());
    }

    @Test
    void aDeadLinkSaysWhyAndNothingAboutTheCustomer() {
        String token = invited();
        World.update("update auth.user_invitations set expires_at = now() where email_normalised = ?", email);

        Answer json = nobody.get("/invitations/" + token);
        Answer page = nobody.getPage("/invitations/" + token);

        assertEquals(410, json.status());
        assertEquals("invitation_expired", json.code());
        assertEquals(410, page.status());
        assertTrue(page.body().contains("This invitation has expired"));
        for (String told : List.of(json.body(), page.body())) {
            assertFalse(told.contains(company.name()) || told.contains(company.ban()) || told.contains(email));
        }
        assertEquals(
                "invitation_expired", nobody.accept(token, World.idToken(email)).code());
    }

    @Test
    void theInvitedPersonGetsInAndSeesExactlyThatCustomer() {
        World.company();
        Answer accepted = nobody.accept(invited(), World.idToken(email));

        assertEquals(200, accepted.status());
        assertFalse(accepted.json().getBoolean("already_member"));
        assertEquals(company.ban(), accepted.json().getJsonObject("customer").getString("ban"));
        Api invitee = nobody.as(accepted.json().getJsonObject("session").getString("access_token"));
        JsonObject list = invitee.get("/v1/customers?include=total").json();
        assertEquals(1, list.getJsonObject("page").getInt("total"));
        assertEquals(company.ban(), list.getJsonArray("items").getJsonObject(0).getString("ban"));
        assertEquals(200, nobody.exchange(World.idToken(email)).status());
    }

    @Test
    void acceptanceIsAuditedAndTheNewcomerIsWelcomed() {
        nobody.accept(invited(), World.idToken(email));

        assertEquals(
                "1",
                World.query(
                        "select count(*) from audit.events where action = 'invitation.accepted' and customer_id = ?",
                        company.id()));
        Await.untilTrue("the welcome mail", () -> PartsForTests.mailSink().received().stream()
                .anyMatch(mail ->
                        mail.recipients().contains(email) && mail.subject().startsWith("Welcome to")));
    }

    @Test
    void aLinkWorksOnce() {
        String token = invited();
        assertEquals(200, nobody.accept(token, World.idToken(email)).status());

        Answer again = nobody.accept(token, World.idToken(email));

        assertEquals(409, again.status());
        assertEquals("invitation_already_accepted", again.code());
        Answer view = nobody.get("/invitations/" + token);
        assertEquals(410, view.status());
        assertEquals("invitation_accepted", view.code());
    }

    @Test
    void somebodyWithAnAccountGainsACustomer() {
        Company first = World.company();
        Person person = World.member(first, "viewer", "USER");
        World.invite(owner, company, person.email());

        Answer accepted = nobody.accept(World.tokenMailedTo(person.email()), person.idToken());

        assertEquals(200, accepted.status());
        assertEquals(
                2,
                person.api().get("/v1/customers").json().getJsonArray("items").size());
    }

    @Test
    void theAddressMayBeWrittenInAnyCase() {
        String token = invited();

        assertEquals(
                200,
                nobody.accept(token, World.idToken(email.toUpperCase(Locale.ROOT)))
                        .status());
    }

    @Test
    void anotherAccountIsToldWhichOneIsExpected() {
        String token = invited();

        Answer answer = nobody.accept(token, World.idToken(World.newEmail()));

        assertEquals(409, answer.status());
        assertEquals("invitation_wrong_account", answer.code());
        assertEquals("p***@people.example", answer.json().getString("expected_email"));
        assertEquals(200, nobody.get("/invitations/" + token).status());
    }

    @Test
    void anAddressInTheBodyIsNotTaken() {
        String token = invited();

        Answer answer = nobody.post(
                "/invitations/" + token + "/accept",
                Json.createObjectBuilder()
                        .add("id_token", World.idToken(World.newEmail()))
                        .add("email", email)
                        .build());

        assertEquals(422, answer.status());
        assertEquals(200, nobody.get("/invitations/" + token).status());
    }

    @Test
    void anInvitationDiesWithTheRightsOfItsInviter() {
        String token = invited();
        World.update(
                "update auth.user_customer_access set role = 'USER', user_type_id = (select id from auth.user_types where name = 'viewer') where user_id = ?",
                inviter.id());

        Answer answer = nobody.accept(token, World.idToken(email));

        assertEquals(410, answer.status());
        assertEquals("invitation_inviter_left", answer.code());
        assertEquals("0", World.query("select count(*) from auth.users where email_normalised = ?", email));
    }

    @Test
    void anInvitationDiesWithItsInvitersAccount() {
        String token = invited();
        World.update("update auth.users set status = 'INACTIVE' where id = ?", inviter.id());

        assertEquals(
                "invitation_inviter_left",
                nobody.accept(token, World.idToken(email)).code());
    }

    @Test
    void aClosedCustomerTakesNobodyIn() {
        String token = invited();
        World.update("update accounts.customers set status = 'CLOSED' where id = ?", company.id());

        assertEquals(
                "invitation_no_longer_valid",
                nobody.accept(token, World.idToken(email)).code());
    }

    @Test
    void aSuspendedCustomerTakesNobodyInUntilItIsActiveAgain() {
        String token = invited();
        World.update("update accounts.customers set status = 'SUSPENDED' where id = ?", company.id());

        Answer answer = nobody.accept(token, World.idToken(email));

        assertEquals(409, answer.status());
        assertEquals("invitation_on_hold", answer.code());
        assertFalse(answer.body().contains(company.name()));
        assertEquals("0", World.query("select count(*) from auth.users where email_normalised = ?", email));
        World.update("update accounts.customers set status = 'ACTIVE' where id = ?", company.id());
        assertEquals(200, nobody.accept(token, World.idToken(email)).status());
    }

    @Test
    void aUserTypeThatAnInvitationNamesStays() {
        Api superAdmin = World.superAdmin().api();
        TypeOfUser type = TypeOfUser.permitting("GET /of/" + company.id());
        superAdmin.post(
                "/v1/admin/customers/" + company.id() + "/invitations",
                World.invitation(email, type.name(), "USER").build());

        Answer removal = superAdmin.delete("/v1/admin/user-types/" + type.id());

        assertEquals(409, removal.status());
        assertEquals("user_type_in_use", removal.code());
        assertEquals(
                200,
                nobody.accept(World.tokenMailedTo(email), World.idToken(email)).status());
    }

    /** The address became a member after the invitation was sent. */
    @Test
    void whoAlreadyBelongsToTheCustomerIsToldSoAndKeepsTheHigherRole() {
        Person person = World.person();
        World.invite(owner, company, person.email());
        World.grant(person, company, "customer_admin", "ADMIN");

        Answer accepted = nobody.accept(World.tokenMailedTo(person.email()), person.idToken());

        assertEquals(200, accepted.status());
        assertTrue(accepted.json().getBoolean("already_member"));
        assertEquals(
                "ADMIN customer_admin",
                World.query(
                        "select g.role || ' ' || t.name from auth.user_customer_access g join auth.user_types t on t.id = g.user_type_id where g.customer_id = ? and g.user_id = ?",
                        company.id(),
                        person.id()));
    }

    @Test
    void anInactiveAccountStaysOut() {
        String token = invited();
        Person person = World.person();
        World.update(
                "update auth.users set status = 'INACTIVE', email = ?, email_normalised = ? where id = ?",
                email,
                email,
                person.id());

        Answer answer = nobody.accept(token, World.idToken(email));

        assertEquals(403, answer.status());
        assertEquals("account_inactive", answer.code());
        assertEquals(200, nobody.get("/invitations/" + token).status());
    }
}
