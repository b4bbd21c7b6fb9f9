package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.Route;
import tel.ringer.warp.kit.Routes;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** A suspended customer can be read by its people and changed by the operator's staff alone. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SuspendedCustomerIT {
    /** In the scene: the upload has ended. */
    private static final Set<String> NOTHING_LEFT_TO_CHANGE = Set.of("DELETE /v1/admin/invitation-batches/{batchId}");

    private final Company company = World.company();
    private final Person person = World.member(company, "customer_admin", "OWNER");
    private final Api owner = person.api();
    private final String customer = "/v1/customers/" + company.id();
    private final String admin = "/v1/admin/customers/" + company.id();

    private static void suspend(UUID customer) {
        World.update("update accounts.customers set status = 'SUSPENDED' where id = ?", customer);
    }

    /** What its people can change, in each table there is; mails and their delivery go on meanwhile. */
    private static String rowsOf(UUID customer) {
        String tables = World.query(
                """
                select string_agg(format('select to_jsonb(t) as r from %s t where %s = $1', c.oid::regclass,
                                         case when c.relname = 'customers' then 'id' else 'customer_id' end), ' union all ')
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname in ('accounts', 'auth')
                  and c.relname not in ('user_invitations', 'user_invitation_tokens')
                  and (c.relname = 'customers' or exists (select from pg_attribute a
                    where a.attrelid = c.oid and a.attname = 'customer_id' and not a.attisdropped))""");
        String all = tables.replace("$1", "'" + customer + "'")
                + " union all select to_jsonb(i) - 'version' - 'delivery_status' - 'delivery_error' - 'link_sent_at'"
                + " from auth.user_invitations i where customer_id = '" + customer + "'";
        return World.query("select jsonb_agg(r order by r::text) from (" + all + ") a")
                .replaceAll("\"version\": \\d+", "");
    }

    /** What an owner may call; the rest is the operator's. */
    private static List<Route> routesOfOwners() {
        return Routes.guarded()
                .filter(route -> !route.isOfWhoeverIsSignedIn() && RoutesIT.mayCustomerAdmin(route))
                .filter(route -> !route.path().contains("/notes"))
                .toList();
    }

    /** A new route joins by itself. */
    @Test
    void whateverItsOwnerWouldChangeIsRefusedWithNothingChanged() {
        List<Route> changing = routesOfOwners().stream()
                .filter(route -> !route.method().equals("GET"))
                .toList();
        assertTrue(changing.size() >= 14, changing.toString());
        assertAll(changing.stream().map(route -> () -> {
            Map<String, String> values = RoutesIT.readyFor(route);
            // Another one than the member holds.
            values.put("userType", "billing");
            UUID id = UUID.fromString(Objects.requireNonNull(values.get("customerId")));
            Api theirOwner = ownerOf(id, Objects.requireNonNull(values.get("userId")));
            suspend(id);
            String before = rowsOf(id);

            Answer answer = call(route, theirOwner, values);

            if (!NOTHING_LEFT_TO_CHANGE.contains(route.toString())) {
                assertEquals(409, answer.status(), () -> route + ": " + answer.body());
                assertEquals("customer_suspended", answer.code(), route.toString());
            }
            assertEquals(before, rowsOf(id), route.toString());
            World.update("update accounts.customers set status = 'ACTIVE' where id = ?", id);
            Answer later = call(route, theirOwner, values);
            assertTrue(later.status() < 300, () -> route + ": " + later.body());
        }));
    }

    /** With a change that the customer's own people may make. */
    private static Answer call(Route route, Api api, Map<String, String> values) {
        return route.toString().equals("PATCH /v1/customers/{customerId}")
                ? api.patchAs(
                        "/v1/customers/" + values.get("customerId"),
                        "application/json",
                        "{\"contact\":{\"name\":\"Olu\"}}")
                : route.call(api, values::get);
    }

    /** Who may add whoever is at another company of theirs too. */
    private static Api ownerOf(UUID customer, String candidate) {
        Company company = new Company(customer, "", "");
        Person owner = World.member(company, "customer_admin", "OWNER");
        Company another = World.company();
        World.grant(owner, another, "customer_admin", "OWNER");
        World.grant(new Person(UUID.fromString(candidate), ""), another, "viewer", "USER");
        return owner.api();
    }

    @Test
    void whateverItsOwnerWouldReadIsAnsweredAsBefore() {
        List<Integer> statuses = new ArrayList<>();
        assertAll(routesOfOwners().stream()
                .filter(route -> route.method().equals("GET"))
                .map(route -> () -> {
                    Map<String, String> values = RoutesIT.readyFor(route);
                    UUID id = UUID.fromString(Objects.requireNonNull(values.get("customerId")));
                    Api theirOwner = ownerOf(id, Objects.requireNonNull(values.get("userId")));
                    int before = route.call(theirOwner, values::get).status();
                    suspend(id);
                    assertEquals(before, route.call(theirOwner, values::get).status(), route.toString());
                    statuses.add(before);
                }));
        assertTrue(Collections.frequency(statuses, 200) >= 16, statuses.toString());
    }

    @Test
    void theProblemSaysWhy() {
        suspend(company.id());

        Answer answer = owner.post(admin + "/api-keys", key());

        JsonObject problem = answer.json();
        assertEquals(Set.of("type", "title", "status", "code", "detail", "request_id"), problem.keySet());
        assertEquals("urn:warp:problem:customer_suspended", problem.getString("type"));
        assertEquals(409, problem.getInt("status"));
        assertEquals(
                "This customer is suspended: its data can be read, but nothing can be changed.",
                problem.getString("detail"));
        assertEquals(answer.header("X-Request-Id"), problem.getString("request_id"));
    }

    private static JsonObject key() {
        return Json.createObjectBuilder()
                .add("name", "Portal")
                .add("user_type", "viewer")
                .build();
    }

    @Test
    void itsApiKeysReadAndChangeNothing() {
        Api machine = Api.anonymous()
                .as(World.apiKey(World.superAdmin().api(), company, "customer_admin")
                        .getString("key"));
        suspend(company.id());

        assertEquals(200, machine.get(customer).status());
        Answer refused = machine.post(
                admin + "/invitations",
                World.invitation(World.newEmail(), "viewer", "USER").build());
        assertEquals(409, refused.status());
        assertEquals("customer_suspended", refused.code());
    }

    @Test
    void aDryRunChangesNothingAndSoIsAnswered() {
        suspend(company.id());

        Answer answer = owner.post(
                admin + "/invitations/bulk?dryRun=true",
                Json.createObjectBuilder()
                        .add(
                                "invitations",
                                Json.createArrayBuilder().add(World.invitation(World.newEmail(), "viewer", "USER")))
                        .build());

        assertEquals(200, answer.status(), answer.body());
    }

    @Test
    void itsPeopleSignInAndSeeIt() {
        suspend(company.id());

        Api again = person.api();

        assertEquals(200, again.get(customer).status());
        assertEquals(204, again.post("/auth/logout").status());
    }

    @Test
    void whatTheyDoElsewhereGoesOn() {
        Company another = World.company();
        World.grant(person, another, "customer_admin", "OWNER");
        suspend(company.id());

        World.invite(owner, another, World.newEmail());
    }

    @Test
    void staffGoesOn() {
        Person staff = World.person("admin");
        World.grant(staff, company, null, "ADMIN");
        suspend(company.id());

        World.invite(staff.api(), company, World.newEmail());
        World.apiKey(World.superAdmin().api(), company, "viewer");
        World.note(staff.api(), company);
    }

    /** What a type called admin permits makes nobody one of the operator's staff. */
    @Test
    void whoHoldsATypeOfTheStaffAtTheCustomerAloneIsNoStaff() {
        Api powerful = World.member(company, "admin", "OWNER").api();
        suspend(company.id());

        assertEquals(
                "customer_suspended", powerful.post(admin + "/api-keys", key()).code());
    }

    /** Nothing tells a foreign suspended customer from one that does not exist. */
    @Test
    void strangersLearnNothing() {
        suspend(company.id());
        Api stranger = World.member(World.company(), "customer_admin", "OWNER").api();

        Answer foreign = stranger.post(admin + "/api-keys", key());
        Answer unknown = stranger.post("/v1/admin/customers/" + UUID.randomUUID() + "/api-keys", key());

        assertEquals(404, foreign.status());
        assertEquals(unknown.bodyWithoutRequestId(), foreign.bodyWithoutRequestId());
    }

    @Test
    void whatWaitsOfAnUploadEndsRefused() {
        String batch = World.inviteMany(owner, company, List.of(World.newEmail(), World.newEmail()));
        suspend(company.id());
        World.update(
                "update auth.invitation_batch_rows set code = null, invitation_id = null where batch_id = ?::uuid",
                batch);
        World.update(
                "update auth.invitation_batches set status = 'QUEUED', processed = 0, finished_at = null where id = ?::uuid",
                batch);

        Await.untilTrue("the end of the upload", () -> owner.get("/v1/admin/invitation-batches/" + batch)
                .json()
                .getString("status")
                .equals("DONE"));

        assertEquals(
                2,
                owner.get("/v1/admin/invitation-batches/" + batch)
                        .json()
                        .getJsonObject("counts")
                        .getInt("customer_suspended"));
    }
}
