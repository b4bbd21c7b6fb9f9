package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.Browser;
import tel.ringer.warp.kit.Page;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.TypeOfUser;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.runner.LocalDatabase;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SuppressionIT {
    private static final String PATH = "/v1/admin/mail/suppressions";
    private static final Map<String, String> NOTHING = Map.of();

    private final Company company = World.company();
    private final Api owner = World.member(company, "customer_admin", "OWNER").api();
    private final String email = World.newEmail();

    private static void suppress(String address) {
        World.update(
                "insert into notification.suppressions values (?, ?, 'BOUNCED', now())",
                UUID.randomUUID(),
                address.toLowerCase(Locale.ROOT));
    }

    private static String suppressions(String address) {
        return World.query(
                "select coalesce(string_agg(reason, ','), 'none') from notification.suppressions where address = ?",
                address);
    }

    private JsonObject delivery(String invitation) {
        return owner.get("/v1/admin/invitations/" + invitation).json().getJsonObject("delivery");
    }

    private void awaitFailed(String invitation) {
        Await.untilTrue("failed", () -> delivery(invitation).getString("status").equals("FAILED"));
        assertEquals(
                "The address does not take mail from WARP", delivery(invitation).getString("error"));
    }

    private long mailsTo(String address) {
        return PartsForTests.mailSink().received().stream()
                .filter(mail -> mail.recipients().contains(address))
                .count();
    }

    @Test
    void whoSaysNeverAgainGetsNoMoreMailFromAnybody() {
        Company first = World.company();
        String invitation = World.invite(World.superAdmin().api(), first, email).getString("id");
        String token = World.tokenMailedTo(email);
        World.sentMailOf(invitation);
        Browser browser = Browser.fresh();
        Page page = browser.open("/invitations/" + token + "/never-again");
        assertEquals("Never again?", page.heading());
        assertTrue(page.shows("p***@people.example"));
        assertFalse(page.shows(first.name()) || page.shows(email));
        assertEquals("none", suppressions(email));

        Page done = browser.submit(page, "/never-again", NOTHING);

        assertEquals("You get no more mail", done.heading());
        assertEquals("NEVER_AGAIN", suppressions(email));
        assertEquals("PENDING", World.query("select status from auth.user_invitations where id = ?::uuid", invitation));
        String second = World.invite(owner, company, email).getString("id");
        awaitFailed(second);
        assertEquals(1, mailsTo(email));
        assertEquals(
                "1 invitee",
                World.query(
                        "select count(*) || ' ' || max(actor) from audit.events where action = 'mail.address_suppressed' and customer_id is null and details ->> 'address' in (select token from audit.personal_values where value = ?)",
                        email));
    }

    @Test
    void theMailLeadsToThatPage() {
        World.invite(owner, company, email);
        String token = World.tokenMailedTo(email);
        String text = PartsForTests.mailSink().received().stream()
                .filter(mail -> mail.recipients().contains(email))
                .findFirst()
                .orElseThrow()
                .text();
        assertTrue(text.contains("/invitations/" + token + "/never-again"), text);
    }

    @Test
    void itWorksForDeadLinksAndOnlyForLinks() {
        String invitation = World.invite(owner, company, email).getString("id");
        String token = World.tokenMailedTo(email);
        owner.delete("/v1/admin/invitations/" + invitation);

        Browser browser = Browser.fresh();
        browser.submit(browser.open("/invitations/" + token + "/never-again"), "/never-again", NOTHING);
        browser.submit(browser.open("/invitations/" + token + "/never-again"), "/never-again", NOTHING);

        assertEquals("NEVER_AGAIN", suppressions(email));
        for (String other : List.of(UUID.randomUUID().toString(), "x")) {
            URI address = URI.create("/invitations/" + other + "/never-again");
            assertEquals(404, browser.open(address.toString()).status());
            assertEquals(
                    404,
                    browser.post(address, NOTHING, Map.of("Sec-Fetch-Site", "same-origin"))
                            .status());
        }
    }

    @Test
    void scannersAndOtherSitesSayNothing() {
        World.invite(owner, company, email);
        String path = "/invitations/" + World.tokenMailedTo(email) + "/never-again";
        for (String method : List.of("GET", "HEAD", "OPTIONS")) {
            Api.anonymous().method(method, path);
        }
        for (Map<String, String> headers :
                List.of(NOTHING, Map.of("Sec-Fetch-Site", "cross-site"), Map.of("Origin", "https://evil.example"))) {
            assertEquals(
                    403,
                    Browser.fresh().post(URI.create(path), NOTHING, headers).status());
        }
        assertEquals("none", suppressions(email));
    }

    @Test
    void anAdministratorFindsAndLiftsASuppressionAndTheMailLeaves() {
        suppress(email);
        String invitation = World.invite(owner, company, email).getString("id");
        awaitFailed(invitation);
        assertEquals(0, mailsTo(email));
        Api superAdmin = World.superAdmin().api();

        Answer found = superAdmin.get(PATH + "?q=" + email.toUpperCase(Locale.ROOT) + "&reason=BOUNCED&include=total");
        assertEquals(1, found.json().getJsonObject("page").getInt("total"));
        JsonArray items = found.json().getJsonArray("items");
        assertEquals(email, items.getJsonObject(0).getString("address"));
        assertEquals(
                204,
                superAdmin
                        .delete(PATH + "/" + items.getJsonObject(0).getString("id"))
                        .status());

        assertEquals("none", suppressions(email));
        assertEquals(
                202,
                owner.post("/v1/admin/mail/dead-letters/" + World.mailOf(invitation, "id") + "/retry")
                        .status());
        World.tokenMailedTo(email);
        assertEquals(
                "1",
                World.query(
                        "select count(*) from audit.events where action = 'mail.suppression_lifted' and details ->> 'address' in (select token from audit.personal_values where value = ?)",
                        email));
    }

    @Test
    void theInviterIsAnsweredAsEver() {
        String other = World.newEmail();
        suppress(email);
        JsonObject one = World.invite(owner, company, email);
        JsonObject another = World.invite(owner, company, other);
        assertEquals(one.keySet(), another.keySet());
        assertEquals("QUEUED", one.getJsonObject("delivery").getString("status"));
        assertEquals(one.getJsonObject("delivery"), another.getJsonObject("delivery"));
    }

    @Test
    void aRightAtACustomerDoesNotSuffice() {
        suppress(email);
        TypeOfUser type = TypeOfUser.permitting("GET " + PATH, "DELETE " + PATH + "/*");
        Api member = World.member(company, type.name(), "OWNER").api();

        Answer refused = member.get(PATH + "?q=" + email);
        assertEquals(403, refused.status());
        assertEquals("platform_authority_required", refused.code());
        String id = World.query("select id from notification.suppressions where address = ?", email);
        assertEquals(403, member.delete(PATH + "/" + id).status());
        assertEquals(403, owner.get(PATH).status());
        assertEquals(401, Api.anonymous().get(PATH).status());
        assertEquals(
                404,
                World.superAdmin().api().delete(PATH + "/" + UUID.randomUUID()).status());
        assertEquals("BOUNCED", suppressions(email));
    }

    @Test
    void theDatabaseAloneConfinesThem() throws Exception {
        suppress(email);
        World.invite(owner, company, World.newEmail());
        String person =
                World.query("select user_id from auth.user_customer_access where customer_id = ?", company.id());
        try (Connection application = PartsForTests.database().connectAs(LocalDatabase.APPLICATION);
                Statement statement = application.createStatement()) {
            statement.execute("select set_config('warp.user_id', '" + person + "', false),"
                    + " set_config('warp.user_types', (select array_agg(id)::text from auth.user_types), false)");
            assertEquals(0, statement.executeUpdate("delete from notification.suppressions"));
            try (ResultSet rows = statement.executeQuery("select 1 from notification.suppressions")) {
                assertFalse(rows.next());
            }
            assertThrows(
                    SQLException.class,
                    () -> statement.executeUpdate("insert into notification.suppressions values"
                            + " (gen_random_uuid(), 'a@b.example', 'NEVER_AGAIN', now())"));
        }
    }

    @Test
    void theBearerOfALinkSuppressesItsAddressAlone() throws Exception {
        World.invite(owner, company, email);
        String token = World.tokenMailedTo(email);
        try (Connection application = PartsForTests.database().connectAs(LocalDatabase.APPLICATION);
                Statement statement = application.createStatement()) {
            statement.execute(
                    "select set_config('warp.invitation_token', encode(sha256('" + token + "'), 'hex'), false)");
            String insert = "insert into notification.suppressions values (gen_random_uuid(), '%s', '%s', now())";
            assertThrows(
                    SQLException.class,
                    () -> statement.executeUpdate(insert.formatted(World.newEmail(), "NEVER_AGAIN")));
            assertThrows(SQLException.class, () -> statement.executeUpdate(insert.formatted(email, "BOUNCED")));
            assertEquals(1, statement.executeUpdate(insert.formatted(email, "NEVER_AGAIN")));
        }
    }
}
