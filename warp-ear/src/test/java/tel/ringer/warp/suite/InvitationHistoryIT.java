package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.Browser;
import tel.ringer.warp.kit.Page;
import tel.ringer.warp.kit.TypeOfUser;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** What has happened to an invitation, and how far all of a customer's got. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class InvitationHistoryIT {
    private final Company company = World.company();
    private final Person inviter = World.member(company, "customer_admin", "OWNER");
    private final Api owner = inviter.api();
    private final String email = World.newEmail();
    private final Api nobody = Api.anonymous();

    private String figures() {
        return "/v1/admin/customers/" + company.id() + "/invitation-figures";
    }

    private List<JsonObject> history(String id) {
        return owner.get("/v1/admin/invitations/" + id)
                .json()
                .getJsonArray("history")
                .getValuesAs(JsonObject.class);
    }

    private List<String> events(String id) {
        return history(id).stream().map(step -> step.getString("event")).toList();
    }

    private void awaitSent(String id, int times) {
        Await.untilTrue(
                "sent " + times,
                () -> events(id).stream().filter("SENT"::equals).count() == times);
    }

    @Test
    void eachTransitionIsShownInOrderWithWhoAndWhen() {
        String id = World.invite(owner, company, email).getString("id");
        awaitSent(id, 1);
        owner.post("/v1/admin/invitations/" + id + "/resend");
        awaitSent(id, 2);
        owner.delete("/v1/admin/invitations/" + id + "?reason=left");

        assertEquals(List.of("CREATED", "SENT", "RESENT", "SENT", "REVOKED"), events(id));
        JsonObject created = history(id).get(0);
        assertEquals("PERSON", created.getString("by"));
        assertEquals("Person " + inviter.email(), created.getString("display_name"));
        assertTrue(created.containsKey("at"));
        assertEquals("SYSTEM", history(id).get(1).getString("by"));
        assertFalse(history(id).get(1).containsKey("display_name"));
        assertEquals("left", history(id).get(4).getString("reason"));
        assertFalse(
                owner.get("/v1/admin/invitations").json().getJsonArray("items").stream()
                        .anyMatch(item -> item.asJsonObject().containsKey("history")),
                "a list has no history");
    }

    @Test
    void whoActedIsNamedAsThen() {
        Person staff = World.superAdmin();
        String id = World.invite(staff.api(), company, email).getString("id");
        World.update("update auth.users set display_name = 'Somebody else' where id = ?", staff.id());

        assertEquals("Person " + staff.email(), history(id).get(0).getString("display_name"));
    }

    /** The view of one invitation needs no right to the audit log, and does not give it. */
    @Test
    void whoMayReadInvitationsAndNotTheAuditSeesTheHistory() {
        String id = World.invite(owner, company, email).getString("id");
        TypeOfUser reader = TypeOfUser.permitting("GET /v1/admin/invitations/*");
        Api api = World.member(company, reader.name(), "USER").api();

        Answer detail = api.get("/v1/admin/invitations/" + id);

        assertEquals(200, detail.status());
        assertEquals(
                "CREATED",
                detail.json().getJsonArray("history").getJsonObject(0).getString("event"));
        assertEquals(
                403, api.get("/v1/audit/events?customer_id=" + company.id()).status());
        assertEquals(
                404,
                World.member(World.company(), reader.name(), "USER")
                        .api()
                        .get("/v1/admin/invitations/" + id)
                        .status());
    }

    @Test
    void whoBeginsToActHasOpenedTheLinkAndWhoLooksHasNot() {
        String id = World.invite(owner, company, email).getString("id");
        String token = World.tokenMailedTo(email);
        awaitSent(id, 1);
        Browser browser = Browser.fresh();
        Page page = browser.open("/invitations/" + token);
        assertEquals(List.of("CREATED", "SENT"), events(id));

        browser.submitOnly(page, "/sign-in", Map.of());
        browser.submitOnly(page, "/sign-in", Map.of());

        assertEquals(List.of("CREATED", "SENT", "OPENED"), events(id));
        assertEquals("INVITEE", history(id).get(2).getString("by"));
        assertTrue(owner.get("/v1/admin/invitations/" + id).json().containsKey("opened_at"));
        nobody.accept(token, World.idToken(email));
        assertEquals("ACCEPTED", events(id).get(3));
        assertEquals("INVITEE", history(id).get(3).getString("by"));
    }

    @Test
    void theFiguresTellHowFarInvitationsGot() {
        Company quiet = World.company();
        World.grant(inviter, quiet, "customer_admin", "OWNER");
        for (int i = 0; i < 3; i++) {
            String accepting = World.newEmail();
            String id = World.invite(owner, company, accepting).getString("id");
            nobody.accept(World.tokenMailedTo(accepting), World.idToken(accepting));
            awaitSent(id, 1);
            World.update(
                    "update auth.user_invitations set created_at = closed_at - make_interval(secs => ?) where id = cast(? as uuid)",
                    60 * (i + 1),
                    id);
        }
        String revoked = World.invite(owner, company, email).getString("id");
        awaitSent(revoked, 1);
        owner.delete("/v1/admin/invitations/" + revoked);
        String bounced = World.invite(owner, company, email).getString("id");
        awaitSent(bounced, 1);
        World.update(
                "update auth.user_invitations set delivery_status = 'BOUNCED', expires_at = now() where id = cast(? as uuid)",
                bounced);

        JsonObject told = owner.get(figures()).json();

        assertEquals(
                "5 5 3 0 3 0 1 1 1 0",
                String.join(
                        " ",
                        List.of(
                                        "created",
                                        "sent",
                                        "opened",
                                        "pending",
                                        "accepted",
                                        "declined",
                                        "revoked",
                                        "expired",
                                        "bounced",
                                        "failed")
                                .stream()
                                .map(name -> String.valueOf(told.getInt(name)))
                                .toList()));
        assertEquals(0.6, told.getJsonObject("shares").getJsonNumber("accepted").doubleValue());
        assertEquals(120.0, told.getJsonNumber("median_seconds_to_accept").doubleValue(), 0.001);
        JsonObject none = owner.get(figures() + "?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z")
                .json();
        assertEquals(0, none.getInt("created"));
        assertFalse(none.containsKey("median_seconds_to_accept"));
        assertTrue(none.getJsonObject("shares").isEmpty());
        assertEquals(
                0,
                owner.get(figures().replace(company.id().toString(), quiet.id().toString()))
                        .json()
                        .getInt("created"));
    }

    @Test
    void theFiguresAreForThoseWhoInvite() {
        assertEquals(401, nobody.get(figures()).status());
        assertEquals(
                403,
                World.member(company, "viewer", "USER").api().get(figures()).status());
        Answer foreign =
                World.member(World.company(), "customer_admin", "OWNER").api().get(figures());
        assertEquals(404, foreign.status());
        assertEquals("not_found", foreign.code());
        Answer backwards = owner.get(figures() + "?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z");
        assertEquals(400, backwards.status());
        JsonObject problem = backwards.json();
        assertEquals("invalid_period", problem.getString("code"));
        assertEquals("The time must begin before it ends.", problem.getString("detail"));
        assertTrue(problem.containsKey("request_id"));
        assertEquals("invalid_parameter", owner.get(figures() + "?from=today").code());
    }
}
