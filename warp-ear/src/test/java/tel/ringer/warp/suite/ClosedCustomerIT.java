package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
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

/** What ends with a customer: its people's access, its invitations, uploads and keys; and that nothing begins again. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ClosedCustomerIT {
    private final Company company = World.company();
    private final Person person = World.member(company, "customer_admin", "OWNER");
    private final Api owner = person.api();
    private final Person closer = World.person("admin");
    private final Api staff = staff();
    private final String customer = "/v1/customers/" + company.id();
    private final String admin = "/v1/admin/customers/" + company.id();

    private Api staff() {
        World.grant(closer, company, null, "ADMIN");
        return closer.api();
    }

    private static JsonObject status(String status) {
        return Json.createObjectBuilder().add("status", status).build();
    }

    private void close() {
        Answer closed = staff.patch(customer, status("CLOSED"));
        assertEquals(200, closed.status(), closed.body());
        assertEquals("CLOSED", closed.json().getString("status"));
    }

    @Test
    void itsPeopleSeeNothingOfItAnyMore() {
        Company another = World.company();
        World.grant(person, another, "viewer", "USER");
        Api viewer = World.member(company, "viewer", "USER").api();

        close();

        Answer unknown = owner.get("/v1/customers/" + UUID.randomUUID());
        assertEquals(404, owner.get(customer).status());
        assertEquals(unknown.bodyWithoutRequestId(), owner.get(customer).bodyWithoutRequestId());
        assertEquals(List.of(another.id().toString()), idsOf(owner.get("/v1/customers")));
        assertEquals(404, owner.get("/v1/customers/by-ban/" + company.ban()).status());
        // Who holds nothing anywhere any more may do nothing, as whoever never belonged to a customer.
        assertEquals(403, viewer.get("/v1/customers").status());
        assertEquals(200, viewer.get("/auth/validate").status());
    }

    private static List<String> idsOf(Answer list) {
        return list.json().getJsonArray("items").stream()
                .map(item -> item.asJsonObject().getString("id"))
                .toList();
    }

    @Test
    void staffStillReadsIt() {
        World.invite(owner, company, World.newEmail());
        World.note(staff, company);
        close();

        for (Api reader : List.of(staff, World.superAdmin().api())) {
            assertEquals("CLOSED", reader.get(customer).json().getString("status"));
            assertEquals(
                    List.of(closer.id().toString()),
                    reader.get(customer + "/users").json().getJsonArray("items").stream()
                            .map(item -> item.asJsonObject().getString("user_id"))
                            .toList());
            assertEquals(200, reader.get(customer + "/notes").status());
            assertEquals(
                    1,
                    idsOf(reader.get("/v1/admin/invitations?customer_id=" + company.id()))
                            .size());
        }
        World.note(staff, company);
    }

    @Test
    void itsKeysAreRefused() {
        String made = World.apiKey(owner, company, "viewer").getString("key");
        String byStaff = World.apiKey(staff, company, "customer_admin").getString("key");
        assertEquals(200, Api.anonymous().as(made).get(customer).status());

        close();

        for (String key : List.of(made, byStaff)) {
            Answer refused = Api.anonymous().as(key).get("/v1/customers");
            assertEquals(401, refused.status());
            assertEquals("unauthenticated", refused.code());
        }
        List<String> reasons = staff.get(admin + "/api-keys?status=REVOKED").json().getJsonArray("items").stream()
                .map(item -> item.asJsonObject().getString("revoke_reason"))
                .toList();
        assertEquals(List.of("customer_closed", "customer_closed"), reasons);
    }

    @Test
    void itsInvitationsAreDead() {
        String email = World.newEmail();
        String id = World.invite(owner, company, email).getString("id");
        String link = World.tokenMailedTo(email);

        close();

        Answer page = Api.anonymous().get("/invitations/" + link);
        assertEquals(410, page.status());
        assertEquals("invitation_revoked", page.code());
        assertEquals(410, Api.anonymous().getPage("/invitations/" + link).status());
        assertEquals(410, Api.anonymous().accept(link, World.idToken(email)).status());
        JsonObject invitation = staff.get("/v1/admin/invitations/" + id).json();
        assertEquals("REVOKED", invitation.getString("status"));
        assertEquals("customer_closed", invitation.getString("close_reason"));
        assertEquals(409, staff.post("/v1/admin/invitations/" + id + "/resend").status());
    }

    @Test
    void mailsThatWaitAreNotSent() {
        String id = World.invite(owner, company, World.newEmail()).getString("id");
        String mail = World.sentMailOf(id);
        World.update(
                "update notification.outbox set status = 'QUEUED', finished_at = null, next_attempt_at = now() + interval '1 hour' where id = ?::uuid",
                mail);

        close();
        World.update("update notification.outbox set next_attempt_at = now() where id = ?::uuid", mail);

        Await.untilTrue(
                "the mail to be cancelled", () -> World.mailOf(id, "status").equals("CANCELLED"));
    }

    @Test
    void uploadsEnd() {
        String batch = World.inviteMany(owner, company, List.of(World.newEmail(), World.newEmail()));
        World.update(
                "update auth.invitation_batch_rows set code = null, invitation_id = null where batch_id = ?::uuid and row_number = 2",
                batch);
        World.update(
                "update auth.invitation_batches set status = 'RUNNING', processed = 1, created_at = now() + interval '1 day', finished_at = null where id = ?::uuid",
                batch);

        close();

        JsonObject ended = staff.get("/v1/admin/invitation-batches/" + batch).json();
        assertTrue(Set.of("DONE", "CANCELLED").contains(ended.getString("status")), ended.toString());
        assertEquals(
                "0",
                World.query(
                        "select count(*) from auth.user_invitations where customer_id = ? and status = 'PENDING'",
                        company.id()));
    }

    @Test
    void nothingIsAddedAnyMore() {
        close();
        Api superAdmin = World.superAdmin().api();
        JsonObject invitation =
                World.invitation(World.newEmail(), "viewer", "USER").build();

        for (Answer refused : List.of(
                superAdmin.post(admin + "/invitations", invitation),
                superAdmin.post(
                        admin + "/invitations/bulk",
                        Json.createObjectBuilder()
                                .add("invitations", Json.createArrayBuilder().add(invitation))
                                .build()),
                superAdmin.post(
                        admin + "/api-keys",
                        Json.createObjectBuilder()
                                .add("name", "Portal")
                                .add("user_type", "viewer")
                                .build()),
                superAdmin.post(
                        customer + "/users",
                        Json.createObjectBuilder()
                                .add("user_id", World.person().id().toString())
                                .add("user_type", "viewer")
                                .add("role", "USER")
                                .build()),
                superAdmin.put(
                        admin + "/invitation-settings",
                        Json.createObjectBuilder()
                                .add("default_days", 3)
                                .add("longest_days", 10)
                                .add("pending_limit", 50)
                                .add("mail_language", "en")
                                .build()),
                superAdmin.patch(customer, status("ACTIVE")),
                superAdmin.patch(customer, status("SUSPENDED")))) {
            assertEquals(409, refused.status(), refused.body());
            assertEquals("customer_closed", refused.code());
        }
    }

    @Test
    void eachThingThatEndsIsInTheAuditLog() {
        Person viewer = World.member(company, "viewer", "USER");
        World.invite(owner, company, World.newEmail());
        World.apiKey(owner, company, "viewer");

        close();

        assertEquals(
                """
                api_key.revoked 1
                customer.status_changed 1
                invitation.revoked 1
                member.removed 2""",
                World.query(
                        """
                        select string_agg(action || ' ' || n, e'\\n' order by action)
                        from (select action, count(*) as n from audit.events
                              where customer_id = ? and actor_id = ? and action <> 'invitation.created'
                              group by action) a""",
                        company.id(),
                        closer.id()));
        assertEquals(
                "viewer USER",
                World.query(
                        """
                        select (details->>'user_type_before') || ' ' || (details->>'role_before') from audit.events
                        where action = 'member.removed' and subject_id = ?""",
                        viewer.id()));
        assertEquals(
                200,
                World.superAdmin()
                        .api()
                        .get("/v1/audit/verify?customer_id=" + company.id())
                        .status());
    }

    @Test
    void aSuspendedCustomerCanBeClosedAndReactivated() {
        Answer suspended = staff.patch(
                customer,
                Json.createObjectBuilder()
                        .add("status", "SUSPENDED")
                        .add("suspension_reason", "Unpaid")
                        .build());
        assertEquals(200, suspended.status(), suspended.body());
        assertEquals(
                "customer_suspended",
                owner.patch(
                                customer,
                                Json.createObjectBuilder()
                                        .add(
                                                "contact",
                                                Json.createObjectBuilder().add("name", "Olu"))
                                        .build())
                        .code());
        assertEquals(200, staff.patch(customer, status("ACTIVE")).status());
        World.invite(owner, company, World.newEmail());
        staff.patch(
                customer,
                Json.createObjectBuilder()
                        .add("status", "SUSPENDED")
                        .add("suspension_reason", "Unpaid")
                        .build());

        close();

        // Who holds nothing anywhere may do nothing.
        assertEquals(403, owner.get(customer).status());
    }

    /** Whoever is no staff would take their own access with it. */
    @Test
    void onlyStaffCloses() {
        Api powerful = World.member(company, "admin", "OWNER").api();

        Answer refused = powerful.patch(customer, status("CLOSED"));

        assertEquals(403, refused.status(), refused.body());
        assertEquals("staff_only", refused.code());
        assertEquals(422, owner.patch(customer, status("CLOSED")).status());
        assertEquals(
                404,
                World.member(World.company(), "admin", "OWNER")
                        .api()
                        .patch(customer, status("CLOSED"))
                        .status());
        assertEquals("ACTIVE", World.query("select status from accounts.customers where id = ?", company.id()));
        assertFalse(owner.get(customer).body().isEmpty());
    }
}
