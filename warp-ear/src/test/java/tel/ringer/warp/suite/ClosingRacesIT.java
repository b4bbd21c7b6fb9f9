package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** A customer closes while everything is being added to it: each is there before and ends with it, or is refused. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ClosingRacesIT {
    private static final Api STAFF = World.superAdmin().api();
    /** Of the adding, by who comes second. */
    private static final Set<Integer> ANSWERS = Set.of(200, 201, 202, 204, 403, 404, 409, 410);

    private final Company company = World.company();
    private final Person person = World.member(company, "customer_admin", "OWNER");
    private final Api owner = person.api();
    private final String admin = "/v1/admin/customers/" + company.id();

    private Callable<Answer> closing() {
        return () -> STAFF.patch(
                "/v1/customers/" + company.id(),
                Json.createObjectBuilder().add("status", "CLOSED").build());
    }

    private Callable<Answer> invite(Api api) {
        return () -> api.post(
                admin + "/invitations",
                World.invitation(World.newEmail(), "viewer", "USER").build());
    }

    private Callable<Answer> inviteMany(Api api) {
        return () -> api.post(
                admin + "/invitations/bulk",
                Json.createObjectBuilder()
                        .add(
                                "invitations",
                                Json.createArrayBuilder()
                                        .add(World.invitation(World.newEmail(), "viewer", "USER"))
                                        .add(World.invitation(World.newEmail(), "viewer", "USER")))
                        .build());
    }

    private Callable<Answer> createKey(Api api) {
        return () -> api.post(
                admin + "/api-keys",
                Json.createObjectBuilder()
                        .add("name", "Portal")
                        .add("user_type", "viewer")
                        .build());
    }

    private Callable<Answer> addMember() {
        Person candidate = World.person();
        return () -> STAFF.post(
                "/v1/customers/" + company.id() + "/users",
                Json.createObjectBuilder()
                        .add("user_id", candidate.id().toString())
                        .add("user_type", "viewer")
                        .add("role", "USER")
                        .build());
    }

    private Callable<Answer> accept() {
        String email = World.newEmail();
        World.invite(STAFF, company, email);
        String link = World.tokenMailedTo(email);
        String identity = World.idToken(email);
        return () -> Api.anonymous().accept(link, identity);
    }

    private Callable<Answer> resend() {
        String id = World.invite(STAFF, company, World.newEmail()).getString("id");
        return () -> STAFF.post("/v1/admin/invitations/" + id + "/resend");
    }

    private Callable<Answer> renameKey() {
        String id = World.apiKey(STAFF, company, "viewer").getString("id");
        return () -> STAFF.patch(
                admin + "/api-keys/" + id,
                Json.createObjectBuilder().add("name", "Renamed").build());
    }

    @RepeatedTest(8)
    void nothingAliveIsLeft() throws Exception {
        List<Callable<Answer>> calls = new ArrayList<>(List.of(
                accept(),
                invite(owner),
                invite(STAFF),
                inviteMany(STAFF),
                createKey(owner),
                createKey(STAFF),
                addMember(),
                accept(),
                resend(),
                renameKey(),
                closing()));

        List<Answer> answers = AtOnce.call(calls);

        assertEquals(
                200,
                answers.get(calls.size() - 1).status(),
                answers.get(calls.size() - 1).body());
        answers.forEach(
                answer -> assertTrue(ANSWERS.contains(answer.status()), () -> answer.status() + " " + answer.body()));
        assertEquals(
                "0 0 0 0",
                World.query(
                        """
                        select concat_ws(' ',
                          (select count(*) from auth.user_customer_access g where g.customer_id = c.id),
                          (select count(*) from auth.user_invitations i
                           where i.customer_id = c.id and i.status = 'PENDING'),
                          (select count(*) from auth.api_keys k where k.customer_id = c.id and k.revoked_at is null),
                          (select count(*) from auth.invitation_batches b
                           where b.customer_id = c.id and b.finished_at is null))
                        from accounts.customers c where c.id = ?""",
                        company.id()));
    }
}
