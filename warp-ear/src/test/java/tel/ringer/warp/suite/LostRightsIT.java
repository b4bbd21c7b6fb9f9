package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;
import tel.ringer.warp.runner.LocalDatabase;

/** What somebody sent with rights that they lose is revoked with them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LostRightsIT {
    /** Enough to invite a viewer. */
    private static final List<String> SENDING = List.of(
            "POST /v1/admin/customers/*/invitations",
            "GET /v1/customers/*",
            "GET /v1/customers",
            "GET /dashboard/*",
            "GET /dashboard");

    private static final List<String> READING = List.of("GET /v1/customers");

    private final Company company = World.company();
    private final Person owner = World.member(company, "customer_admin", "OWNER");
    private final Person inviter = World.member(company, "customer_admin", "ADMIN");
    private final Person superAdmin = World.superAdmin();
    private final Api asOwner = owner.api();
    private final Api asInviter = inviter.api();
    private final Api asSuperAdmin = superAdmin.api();

    private String one(Person person) {
        return "/v1/customers/" + company.id() + "/users/" + person.id();
    }

    private static UUID invited(Api by, Company to) {
        return UUID.fromString(World.invite(by, to, World.newEmail()).getString("id"));
    }

    private static String status(UUID invitation) {
        return World.query(
                "select status || ' ' || coalesce(close_reason, '-') from auth.user_invitations where id = ?",
                invitation);
    }

    private static void assertPending(UUID invitation) {
        assertEquals("PENDING -", status(invitation));
    }

    private static void assertRevoked(UUID invitation, Person by) {
        assertEquals("REVOKED inviter_lost_right", status(invitation));
        assertEquals(
                by.id() + " inviter_lost_right",
                World.query(
                        """
                        select e.actor_id || ' ' || v.value from audit.events e
                        join audit.personal_values v on v.token = e.details ->> 'reason'
                        join auth.user_invitations i on i.id = e.subject_id and i.customer_id = e.customer_id
                        where i.id = ? and i.closed_by = e.actor_id and e.action = 'invitation.revoked'
                        """,
                        invitation));
    }

    private static void assertDone(Answer answer) {
        assertTrue(Set.of(200, 204).contains(answer.status()), answer.body());
    }

    private static JsonObject field(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    @Test
    void whoIsRemovedTakesTheirInvitationsWithThemAndTheLinkIsDead() {
        String email = World.newEmail();
        UUID invitation =
                UUID.fromString(World.invite(asInviter, company, email).getString("id"));
        UUID ofOwner = invited(asOwner, company);
        String token = World.tokenMailedTo(email);

        assertDone(asOwner.delete(one(inviter)));

        assertRevoked(invitation, owner);
        assertPending(ofOwner);
        Answer accepted = Api.anonymous().accept(token, World.idToken(email));
        assertEquals(410, accepted.status());
        assertEquals("invitation_revoked", accepted.code());
    }

    @Test
    void invitationsToOtherCustomersStay() {
        Company elsewhere = World.company();
        World.grant(inviter, elsewhere, "customer_admin", "ADMIN");
        UUID here = invited(asInviter, company);
        UUID there = invited(asInviter, elsewhere);

        assertDone(asOwner.delete(one(inviter)));

        assertRevoked(here, owner);
        assertPending(there);
    }

    @Test
    void anotherUserTypeRevokesWhatItCouldNotSend() {
        UUID invitation = invited(asInviter, company);

        assertDone(asOwner.patch(one(inviter), field("user_type", "viewer")));

        assertRevoked(invitation, owner);
    }

    @Test
    void aLowerRoleRevokesInvitationsWithAHigherOneAndNoOthers() {
        UUID user = invited(asInviter, company);
        Answer higher = asInviter.post(
                "/v1/admin/customers/" + company.id() + "/invitations",
                World.invitation(World.newEmail(), "viewer", "ADMIN").build());
        UUID admin = UUID.fromString(higher.json().getString("id"));

        assertDone(asOwner.patch(one(inviter), field("role", "USER")));

        assertRevoked(admin, owner);
        assertPending(user);
    }

    @Test
    void moreRightsRevokeNothing() {
        UUID invitation = invited(asInviter, company);

        assertDone(asOwner.patch(one(inviter), field("role", "OWNER")));

        assertPending(invitation);
    }

    @Test
    void whoRemovesOrLowersThemselvesRevokesTheirOwn() {
        UUID first = invited(asInviter, company);
        UUID second = invited(asOwner, company);

        assertDone(asInviter.delete(one(inviter)));
        assertRevoked(first, inviter);

        World.member(company, "customer_admin", "OWNER");
        assertDone(asOwner.patch(one(owner), field("user_type", "billing")));
        assertRevoked(second, owner);
    }

    @Test
    void whoIsDeactivatedTakesTheirInvitationsToAllCustomersWithThem() {
        Company elsewhere = World.company();
        World.grant(inviter, elsewhere, "customer_admin", "ADMIN");
        UUID here = invited(asInviter, company);
        UUID there = invited(asInviter, elsewhere);
        UUID ofOwner = invited(asOwner, company);

        assertDone(asSuperAdmin.post("/v1/admin/users/" + inviter.id() + "/deactivate"));

        assertRevoked(here, superAdmin);
        assertRevoked(there, superAdmin);
        assertPending(ofOwner);
    }

    @Test
    void whoLosesAPlatformTypeKeepsWhatAGrantAllows() {
        Company granted = World.company();
        Person staff = World.person("superAdmin");
        World.grant(staff, granted, "customer_admin", "ADMIN");
        Api asStaff = staff.api();
        UUID byPlatform = invited(asStaff, company);
        UUID byGrant = invited(asStaff, granted);

        assertDone(asSuperAdmin.patch("/v1/admin/users/" + staff.id(), field("user_type", "viewer")));

        assertRevoked(byPlatform, superAdmin);
        assertPending(byGrant);
    }

    /** Who holds everything needs no grant, so losing one takes nothing from them. */
    @Test
    void whoHoldsEverythingLosesNothingWithAGrant() {
        World.grant(superAdmin, company, "viewer", "USER");
        UUID invitation = invited(asSuperAdmin, company);

        assertDone(World.superAdmin().api().delete(one(superAdmin)));

        assertPending(invitation);
    }

    @Test
    void overdueInvitationsAreLeftToTheClock() {
        UUID invitation = invited(asInviter, company);
        World.update(
                "update auth.user_invitations set expires_at = now() - interval '1 second' where id = ?", invitation);

        assertDone(asOwner.delete(one(inviter)));

        assertTrue(Set.of("PENDING -", "EXPIRED -").contains(status(invitation)), status(invitation));
    }

    @Test
    void aUserTypeThatPermitsLessRevokesWhatItsHoldersSent() {
        String type = userType(SENDING);
        Person holder = World.member(company, type, "ADMIN");
        Person staff = World.person(type);
        Company granted = World.company();
        World.grant(staff, granted, null, "ADMIN");
        UUID byGrant = invited(holder.api(), company);
        UUID byPlatform = invited(staff.api(), granted);
        UUID ofOthers = invited(asOwner, company);
        List<String> more = new ArrayList<>(SENDING);
        more.add("GET /v1/audit/events");
        assertDone(permit(asSuperAdmin, type, more));
        assertPending(byGrant);

        assertDone(permit(asSuperAdmin, type, READING));

        assertRevoked(byGrant, superAdmin);
        assertRevoked(byPlatform, superAdmin);
        assertPending(ofOthers);
    }

    /** What the author of a user type does not see stays pending, and is refused where it counts. */
    @Test
    void whatTheAuthorOfAUserTypeDoesNotSeeIsRefusedWhenItIsAccepted() {
        String type = userType(SENDING);
        Person author = World.person(userType(List.of("* /v1/*", "* /dashboard/*", "* /dashboard")));
        Person holder = World.member(company, type, "ADMIN");
        String email = World.newEmail();
        UUID invitation =
                UUID.fromString(World.invite(holder.api(), company, email).getString("id"));
        String token = World.tokenMailedTo(email);

        assertDone(permit(author.api(), type, READING));

        assertPending(invitation);
        Answer accepted = Api.anonymous().accept(token, World.idToken(email));
        assertEquals(410, accepted.status());
        assertEquals("invitation_inviter_left", accepted.code());
    }

    /** Whoever comes first: the other finds the invitation accepted, or revoked. */
    @RepeatedTest(10)
    void ofAcceptanceAndLossOfTheRightOneComesFirst() throws Exception {
        String email = World.newEmail();
        UUID invitation =
                UUID.fromString(World.invite(asInviter, company, email).getString("id"));
        String token = World.tokenMailedTo(email);
        String identity = World.idToken(email);

        List<Answer> answers = AtOnce.call(List.of(
                () -> Api.anonymous().accept(token, identity),
                () -> asSuperAdmin.post("/v1/admin/users/" + inviter.id() + "/deactivate"),
                () -> asOwner.delete(one(inviter))));

        assertEquals(200, answers.get(1).status(), answers.get(1).body());
        assertEquals(204, answers.get(2).status(), answers.get(2).body());
        assertTrue(
                Set.of(200, 410).contains(answers.get(0).status()),
                answers.get(0).body());
        assertEquals(answers.get(0).status() == 200 ? "ACCEPTED -" : "REVOKED inviter_lost_right", status(invitation));
    }

    @Test
    void whoLosesTheirRightWhileTheyInviteIsRefusedAndNothingIsStored() throws Exception {
        assertRefusedHalfWay(403, "forbidden");
    }

    @Test
    void whoKeepsItElsewhereFindsNoSuchCustomer() throws Exception {
        World.grant(inviter, World.company(), "customer_admin", "ADMIN");

        assertRefusedHalfWay(404, "not_found");
    }

    private void assertRefusedHalfWay(int status, String code) throws Exception {
        String email = World.newEmail();

        Answer answer = invitedWhile(
                email,
                () -> World.update(
                        "delete from auth.user_customer_access where customer_id = ? and user_id = ?",
                        company.id(),
                        inviter.id()));

        assertEquals(status, answer.status(), answer.body());
        assertEquals(code, answer.code());
        assertEquals("0", World.query("select count(*) from auth.user_invitations where email = ?", email));
    }

    @Test
    void whoIsSignedOutWhileTheyInviteIsToldToSignIn() throws Exception {
        Answer answer = invitedWhile(
                World.newEmail(),
                () -> World.update("update auth.users set status = 'INACTIVE' where id = ?", inviter.id()));

        assertEquals(401, answer.status(), answer.body());
        assertEquals("unauthenticated", answer.code());
    }

    /** Then it is no matter of rights, but a fault of WARP's. */
    @Test
    void whoIsRefusedByTheDatabaseWithAllTheirRightsHasFoundAFault() {
        World.update("revoke insert on notification.outbox from warp_app");
        try {
            Answer answer = invite(World.newEmail());
            assertEquals(500, answer.status(), answer.body());
            assertEquals("internal_error", answer.code());
        } finally {
            World.update("grant insert on notification.outbox to warp_app");
        }
    }

    private Answer invite(String email) {
        return asInviter.post(
                "/v1/admin/customers/" + company.id() + "/invitations",
                World.invitation(email, "viewer", "USER").build());
    }

    /** The invitation is written, and waits for the outbox to take its mail, while something happens. */
    private Answer invitedWhile(String email, Runnable happens) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection lock = PartsForTests.database().connectAs(LocalDatabase.OWNER);
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table notification.outbox in access exclusive mode");
            Future<Answer> answer = thread.submit(() -> invite(email));
            Await.untilTrue("the invitation to wait", () -> World.query(
                            "select count(*) from pg_locks where relation = 'notification.outbox'::regclass"
                                    + " and mode = 'RowExclusiveLock' and not granted")
                    .equals("1"));
            happens.run();
            lock.commit();
            return answer.get();
        } finally {
            thread.shutdownNow();
        }
    }

    private static String userType(List<String> permissions) {
        String name = "t" + UUID.randomUUID().toString().substring(0, 8);
        World.update(
                "insert into auth.user_types (name, display_name, description) values (?, ?, ?)", name, name, name);
        for (String permission : permissions) {
            String[] parts = permission.split(" ", -1);
            World.update(
                    "insert into auth.user_type_permissions select id, ?, ? from auth.user_types where name = ?",
                    parts[0],
                    parts[1],
                    name);
        }
        return name;
    }

    private static Answer permit(Api author, String type, List<String> permissions) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        for (String permission : permissions) {
            String[] parts = permission.split(" ", -1);
            rows.add(Json.createObjectBuilder().add("method", parts[0]).add("path", parts[1]));
        }
        return author.put(
                "/v1/admin/user-types/" + World.query("select id from auth.user_types where name = ?", type)
                        + "/permissions",
                Json.createObjectBuilder().add("permissions", rows).build());
    }
}
