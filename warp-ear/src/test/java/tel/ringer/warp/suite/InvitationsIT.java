package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
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
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class InvitationsIT {
    private final Company company = World.company();
    private final Api owner = World.member(company, "customer_admin", "OWNER").api();
    private final String email = World.newEmail();

    private String path() {
        return "/v1/admin/customers/" + company.id() + "/invitations";
    }

    @Test
    void anOwnerInvitesSomebodyToTheirCompany() {
        Answer created = owner.post(
                path(),
                World.invitation(email, "viewer", "USER")
                        .add("message", "Hello")
                        .build());

        assertEquals(201, created.status());
        assertTrue(created.header("Location")
                .endsWith("/v1/admin/invitations/" + created.json().getString("id")));
        assertEquals("PENDING", created.json().getString("status"));
        assertEquals("Hello", created.json().getString("message"));
        assertEquals(
                created.json().getString("id"),
                owner.get(created.header("Location")).json().getString("id"));
    }

    @Test
    void theMailTellsAllThatIsNeededAndHoldsTheLink() {
        World.invite(owner, company, email);
        String token = World.tokenMailedTo(email);

        assertEquals(200, Api.anonymous().get("/invitations/" + token).status());
        Await.untilTrue("delivery status", () -> owner.get("/v1/admin/invitations?email=" + email)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonObject("delivery")
                .getString("status")
                .equals("SENT"));
    }

    @Test
    void noAnswerHoldsTheToken() {
        JsonObject invitation = World.invite(owner, company, email);
        String token = World.tokenMailedTo(email);

        assertFalse(invitation.toString().contains(token));
        assertFalse(owner.get("/v1/admin/invitations").body().contains(token));
        assertFalse(owner.get("/v1/admin/invitations/" + invitation.getString("id"))
                .body()
                .contains(token));
        assertEquals(
                "0",
                World.query("select count(*) from auth.user_invitations i where i::text like '%' || ? || '%'", token));
        assertEquals(
                "0",
                World.query("select count(*) from notification.outbox o where o::text like '%' || ? || '%'", token));
        assertEquals("0", World.query("select count(*) from audit.events e where e::text like '%' || ? || '%'", token));
    }

    @Test
    void whoMayOnlyReadCannotInvite() {
        Api viewer = World.member(company, "viewer", "USER").api();

        assertEquals(
                403,
                viewer.post(path(), World.invitation(email, "viewer", "USER").build())
                        .status());
    }

    @Test
    void nobodyInvitesToAForeignCompany() {
        Api stranger = World.member(World.company(), "customer_admin", "OWNER").api();
        JsonObject body = World.invitation(email, "viewer", "USER").build();

        Answer foreign = stranger.post(path(), body);
        Answer unknown = stranger.post("/v1/admin/customers/" + UUID.randomUUID() + "/invitations", body);

        assertEquals(404, foreign.status());
        assertEquals(unknown.bodyWithoutRequestId(), foreign.bodyWithoutRequestId());
        assertEquals(
                "0", World.query("select count(*) from auth.user_invitations where customer_id = ?", company.id()));
    }

    @Test
    void nobodyInvitesAboveThemselves() {
        Api admin = World.member(company, "customer_admin", "ADMIN").api();

        Answer higherRole =
                admin.post(path(), World.invitation(email, "viewer", "OWNER").build());
        Answer higherType =
                owner.post(path(), World.invitation(email, "superAdmin", "USER").build());

        assertEquals("rank_exceeded", higherRole.code());
        assertEquals(403, higherRole.status());
        assertEquals("rank_exceeded", higherType.code());
    }

    @Test
    void anAddressHasOnePendingInvitationPerCompany() {
        World.invite(owner, company, email);

        Answer again = owner.post(
                path(),
                World.invitation(" " + email.toUpperCase(Locale.ROOT), "viewer", "USER")
                        .build());

        assertEquals(409, again.status());
        assertEquals("already_pending", again.code());
        assertEquals(
                201,
                World.superAdmin()
                        .api()
                        .post(
                                "/v1/admin/customers/" + World.company().id() + "/invitations",
                                World.invitation(email, "viewer", "USER").build())
                        .status());
    }

    @Test
    void anOverduePendingInvitationMakesRoomForANewOne() {
        JsonObject first = World.invite(owner, company, email);
        World.update(
                "update auth.user_invitations set expires_at = now() - interval '1 second' where id = ?::uuid",
                first.getString("id"));

        assertEquals(
                201,
                owner.post(path(), World.invitation(email, "viewer", "USER").build())
                        .status());
        assertEquals(
                "EXPIRED",
                owner.get("/v1/admin/invitations/" + first.getString("id"))
                        .json()
                        .getString("status"));
    }

    @Test
    void aMemberIsNotInvitedAgain() {
        Person member = World.member(company, "viewer", "USER");

        Answer answer = owner.post(
                path(), World.invitation(member.email(), "viewer", "USER").build());

        assertEquals("already_member", answer.code());
        assertEquals(409, answer.status());
    }

    @Test
    void theInviterCannotTellAKnownAddressFromAnUnknownOne() {
        Person known = World.member(World.company(), "viewer", "USER");

        JsonObject ofKnown = World.invite(owner, company, known.email());
        JsonObject ofUnknown = World.invite(owner, company, email);

        assertEquals(ofUnknown.keySet(), ofKnown.keySet());
    }

    @Test
    void aClosedCompanyTakesNobodyIn() {
        World.update("update accounts.customers set status = 'CLOSED' where id = ?", company.id());

        assertEquals(
                "customer_closed",
                owner.post(path(), World.invitation(email, "viewer", "USER").build())
                        .code());
    }

    @Test
    void aBodyThatDoesNotFitIsRefusedFieldByField() {
        Answer answer = owner.post(
                path(),
                Json.createObjectBuilder().add("email", "").add("role", "USER").build());

        assertEquals(422, answer.status());
        assertEquals("invalid_body", answer.code());
        List<String> pointers = answer.json().getJsonArray("errors").stream()
                .map(JsonValue::asJsonObject)
                .map(error -> error.getString("pointer"))
                .sorted()
                .toList();
        assertEquals(List.of("/email", "/user_type"), pointers);
    }

    @Test
    void anUnknownFieldIsRefusedAndChangesNothing() {
        Answer answer = owner.post(
                path(),
                World.invitation(email, "viewer", "USER").add("is/admin", true).build());

        assertEquals(422, answer.status());
        assertEquals(
                "/is~1admin",
                answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"));
        assertEquals(
                "0", World.query("select count(*) from auth.user_invitations where customer_id = ?", company.id()));
    }

    @Test
    void badInputGetsAClearProblem() {
        assertEquals(400, owner.postText(path(), "{").status());
        assertEquals(400, owner.postText(path(), "[]").status());
        assertEquals(
                400,
                owner.postText(path(), "{\"email\":\"a@b.example\",\"email\":\"c@d.example\"}")
                        .status());
        assertEquals(400, owner.postText(path(), "").status());
        assertEquals(
                422,
                owner.post(
                                path(),
                                World.invitation("not an address", "viewer", "USER")
                                        .build())
                        .status());
        assertEquals(
                422,
                owner.post(path(), World.invitation(email, "nosuchtype", "USER").build())
                        .status());
        assertEquals(
                422,
                owner.post(path(), World.invitation(email, "viewer", "KING").build())
                        .status());
        assertEquals(
                422,
                owner.post(
                                path(),
                                World.invitation(email, "viewer", "USER")
                                        .add("expires_in_days", 31)
                                        .build())
                        .status());
        assertEquals(
                422,
                owner.post(
                                path(),
                                World.invitation(email, "viewer", "USER")
                                        .add("message", "x".repeat(1001))
                                        .build())
                        .status());
        assertEquals(
                422,
                owner.postText(path(), "{\"email\":\"a\\u0000@b.example\",\"user_type\":\"viewer\",\"role\":\"USER\"}")
                        .status());
        assertEquals(
                413,
                owner.postText(path(), "{\"message\":\"" + "x".repeat(70_000) + "\"}")
                        .status());
        assertEquals(
                "0", World.query("select count(*) from auth.user_invitations where customer_id = ?", company.id()));
    }

    @Test
    void theListCanBeNarrowedAndShowsNothingForeign() {
        World.invite(World.superAdmin().api(), World.company(), World.newEmail());
        String id = World.invite(owner, company, email).getString("id");
        World.invite(owner, company, World.newEmail());

        JsonObject all = owner.get("/v1/admin/invitations?include=total").json();
        JsonObject one = owner.get(
                        "/v1/admin/invitations?status=PENDING&customer_id=" + company.id() + "&email=" + email)
                .json();

        assertEquals(2, all.getJsonArray("items").size());
        assertEquals(2, all.getJsonObject("page").getInt("total"));
        assertEquals(id, one.getJsonArray("items").getJsonObject(0).getString("id"));
        assertEquals(
                List.of(),
                owner.get("/v1/admin/invitations?status=REVOKED").json().getJsonArray("items"));
    }

    @Test
    void theListIsPagedNewestFirst() {
        String first = World.invite(owner, company, World.newEmail()).getString("id");
        String second = World.invite(owner, company, World.newEmail()).getString("id");

        JsonObject page = owner.get("/v1/admin/invitations?limit=1").json();
        String cursor = page.getJsonObject("page").getString("next_cursor");

        assertEquals(second, page.getJsonArray("items").getJsonObject(0).getString("id"));
        assertEquals(
                first,
                owner.get("/v1/admin/invitations?limit=1&cursor=" + cursor)
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("id"));
    }

    @Test
    void aRevokedInvitationHasADeadLinkAndAReason() {
        String id = World.invite(owner, company, email).getString("id");
        String token = World.tokenMailedTo(email);

        assertEquals(
                204,
                owner.delete("/v1/admin/invitations/" + id + "?reason=typo").status());

        assertEquals("typo", owner.get("/v1/admin/invitations/" + id).json().getString("close_reason"));
        assertEquals(
                "invitation_revoked",
                Api.anonymous().get("/invitations/" + token).code());
        Answer again = owner.delete("/v1/admin/invitations/" + id);
        assertEquals("invitation_not_pending", again.code());
        assertEquals("REVOKED", again.json().getString("invitation_status"));
    }

    @Test
    void aResentInvitationHasANewLinkAndTheOldOneDies() {
        String id = World.invite(owner, company, email).getString("id");
        String old = World.tokenMailedTo(email);

        assertEquals(202, owner.post("/v1/admin/invitations/" + id + "/resend").status());

        String renewed = World.tokenMailedTo(email, 2);
        assertEquals(200, Api.anonymous().get("/invitations/" + renewed).status());
        Answer dead = Api.anonymous().get("/invitations/" + old);
        assertEquals(410, dead.status());
        assertEquals("invitation_superseded", dead.code());
    }

    @Test
    void anInvitationOfAForeignCompanyAnswersAsOneThatDoesNotExist() {
        String id = World.invite(owner, company, email).getString("id");
        Api stranger = World.member(World.company(), "customer_admin", "OWNER").api();
        Answer unknown = stranger.get("/v1/admin/invitations/" + UUID.randomUUID());
        assertEquals(404, unknown.status());

        for (Answer answer : List.of(
                stranger.get("/v1/admin/invitations/" + id),
                stranger.delete("/v1/admin/invitations/" + id),
                stranger.delete("/v1/admin/invitations/" + UUID.randomUUID()),
                stranger.post("/v1/admin/invitations/" + id + "/resend"))) {
            assertEquals(404, answer.status());
            assertEquals(unknown.bodyWithoutRequestId(), answer.bodyWithoutRequestId());
        }
        assertEquals("PENDING", owner.get("/v1/admin/invitations/" + id).json().getString("status"));
    }

    @Test
    void eachTransitionIsInTheAudit() {
        String id = World.invite(owner, company, email).getString("id");
        owner.post("/v1/admin/invitations/" + id + "/resend");
        owner.delete("/v1/admin/invitations/" + id);

        assertEquals(
                "invitation.created,invitation.resent,invitation.revoked",
                World.query(
                        "select string_agg(action, ',' order by sequence) from audit.events where subject_id = ?::uuid and customer_id = ? and actor_id is not null",
                        id,
                        company.id()));
    }
}
