package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UsersIT {
    private static final String USERS = "/v1/admin/users";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Company company = World.company();
    private final Company elsewhere = World.company();
    private final Person staff = World.person("admin");
    private final Person colleague = World.member(company, "viewer", "USER");
    private final Person foreign = World.member(elsewhere, "viewer", "USER");
    private final Person superAdmin = World.superAdmin();
    private final Api asSuperAdmin = superAdmin.api();

    UsersIT() {
        World.grant(staff, company, null, "ADMIN");
    }

    private static String one(Person person) {
        return USERS + "/" + person.id();
    }

    private static String type(String name) {
        return "{\"user_type\": " + (name.equals("null") ? name : "\"" + name + "\"") + "}";
    }

    private static Set<String> ids(Answer page) {
        return Set.copyOf(page.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("id"))
                .toList());
    }

    private static Set<String> idsOf(Person... people) {
        return Set.copyOf(
                List.of(people).stream().map(person -> person.id().toString()).toList());
    }

    private static String status(Person person) {
        return World.query("select status from auth.users where id = ?", person.id());
    }

    private static String audited(Person person, String action) {
        return World.query(
                """
                select coalesce(string_agg(actor_id || ' ' || details, ';' order by occurred_at), 'nothing') from audit.events
                where customer_id is null and subject_id = ? and action = ?
                """,
                person.id(),
                action);
    }

    private static void assertRefused(int status, String code, Answer answer) {
        assertEquals(status, answer.status(), answer.body());
        assertEquals(code, answer.code());
    }

    @Test
    void nobodySeesUsersWithoutSigningIn() {
        Answer answer = Api.anonymous().get(USERS);

        assertEquals(401, answer.status());
        assertEquals(
                "{\"type\":\"urn:warp:problem:unauthenticated\",\"title\":\"Unauthorized\",\"status\":401,"
                        + "\"code\":\"unauthenticated\",\"detail\":\"Sign in first.\",}",
                answer.bodyWithoutRequestId());
        assertEquals(401, Api.anonymous().get(one(colleague)).status());
        assertEquals(401, Api.anonymous().post(one(colleague) + "/deactivate").status());
        assertEquals(401, Api.anonymous().post(one(colleague) + "/reactivate").status());
        assertEquals(
                401,
                Api.anonymous()
                        .patchAs(one(colleague), MERGE_PATCH, type("admin"))
                        .status());
    }

    @Test
    void whoHasNoRightIsRefused() {
        Api viewer = colleague.api();

        assertEquals(403, viewer.get(USERS).status());
        assertEquals(403, viewer.get(one(colleague)).status());
        assertEquals(
                403, viewer.patchAs(one(colleague), MERGE_PATCH, type("admin")).status());
        assertEquals(403, viewer.post(one(staff) + "/deactivate").status());
        assertEquals(403, viewer.post(one(staff) + "/reactivate").status());
    }

    @Test
    void staffSeeThePeopleOfTheCustomersWithinReachAndNobodyElse() {
        Api api = staff.api();

        assertEquals(idsOf(staff, colleague), ids(api.get(USERS)));
        assertEquals(
                2,
                api.get(USERS + "?include=total").json().getJsonObject("page").getInt("total"));
        assertEquals(Set.of(), ids(api.get(USERS + "?q=" + foreign.email())));
        assertEquals(
                0,
                api.get(USERS + "?include=total&q=" + foreign.email())
                        .json()
                        .getJsonObject("page")
                        .getInt("total"));
    }

    @Test
    void aForeignPersonCannotBeToldFromOneWhoDoesNotExist() {
        Api api = staff.api();
        for (String id : List.of(
                foreign.id().toString(),
                superAdmin.id().toString(),
                World.person().id().toString(),
                UUID.randomUUID().toString(),
                "not-an-id")) {
            Answer answer = api.get(USERS + "/" + id);
            assertEquals(404, answer.status(), id);
            assertEquals(
                    "{\"type\":\"urn:warp:problem:not_found\",\"title\":\"Not Found\",\"status\":404,"
                            + "\"code\":\"not_found\",\"detail\":\"There is nothing here that you may see.\",}",
                    answer.bodyWithoutRequestId());
        }
    }

    @Test
    void whatSomebodyHoldsBeyondReachIsNotShown() {
        World.grant(colleague, elsewhere, "customer_admin", "OWNER");

        JsonObject seen = staff.api().get(one(colleague)).json();

        assertEquals(1, seen.getJsonArray("access").size());
        JsonObject access = seen.getJsonArray("access").getJsonObject(0);
        assertEquals(company.ban(), access.getJsonObject("customer").getString("ban"));
        assertEquals(company.name(), access.getJsonObject("customer").getString("company_name"));
        assertEquals("viewer", access.getJsonObject("user_type").getString("name"));
        assertEquals("USER", access.getString("role"));
        assertFalse(access.getBoolean("platform_type"));
        assertTrue(seen.getBoolean("access_complete"));
        assertEquals(
                2,
                asSuperAdmin.get(one(colleague)).json().getJsonArray("access").size());
    }

    @Test
    void aGrantWithoutATypeShowsThePlatformType() {
        JsonObject seen = asSuperAdmin.get(one(staff)).json();

        assertEquals("admin", seen.getJsonObject("user_type").getString("name"));
        JsonObject access = seen.getJsonArray("access").getJsonObject(0);
        assertEquals("admin", access.getJsonObject("user_type").getString("name"));
        assertTrue(access.getBoolean("platform_type"));
    }

    /** A right to list users that somebody holds at one customer ends there. */
    @Test
    void aRightAtOneCustomerShowsNobodyOfAnother() {
        Person both = World.member(company, "admin", "ADMIN");
        World.grant(both, elsewhere, "viewer", "USER");

        assertFalse(ids(both.api().get(USERS)).contains(foreign.id().toString()));
        assertEquals(404, both.api().get(one(foreign)).status());
        assertEquals(1, both.api().get(one(both)).json().getJsonArray("access").size());
    }

    @Test
    void whoHoldsEverythingSeesEverybodyAndSearches() {
        String part = foreign.email().substring(0, foreign.email().indexOf('@')).toUpperCase(Locale.ROOT);
        String staffPart = staff.email().substring(0, staff.email().indexOf('@'));

        assertEquals(idsOf(foreign), ids(asSuperAdmin.get(USERS + "?q=" + part)));
        assertEquals(idsOf(staff), ids(asSuperAdmin.get(USERS + "?user_type=admin&q=" + staffPart)));
        assertEquals(Set.of(), ids(asSuperAdmin.get(USERS + "?user_type=viewer&q=" + staffPart)));
        assertEquals(Set.of(), ids(asSuperAdmin.get(USERS + "?user_type=no-such-type")));
        assertEquals(Set.of(), ids(asSuperAdmin.get(USERS + "?status=INACTIVE&q=" + part)));
        assertEquals(Set.of(), ids(staff.api().get(USERS + "?q=%25")));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int i = 0; i < 5; i++) {
            World.member(company, "viewer", "USER");
        }
        Api api = staff.api();
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            Answer page = api.get(USERS + "?limit=3" + next);
            page.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                    .map(item -> item.getString("email"))
                    .forEach(seen::add);
            JsonObject position = page.json().getJsonObject("page");
            next = position.containsKey("next_cursor") ? "&cursor=" + position.getString("next_cursor") : "";
        } while (!next.isEmpty());

        assertEquals(7, seen.size());
        assertEquals(seen.stream().sorted().distinct().toList(), seen);
    }

    @Test
    void whoReachesManyCustomersSeesTheSame() {
        World.update(
                """
                insert into accounts.customers (id, ban, company_name, customer_type, status)
                select gen_random_uuid(), upper(left(?, 8)) || '-' || n, 'Many', 'POSTPAID', 'ACTIVE'
                from generate_series(1, 1001) n
                """,
                staff.id().toString());
        World.update(
                """
                insert into auth.user_customer_access (customer_id, user_id, role, granted_at)
                select id, ?, 'ADMIN', now() from accounts.customers where ban like upper(left(?, 8)) || '-%'
                """,
                staff.id(), staff.id().toString());
        Api api = staff.api();

        assertEquals(idsOf(staff, colleague), ids(api.get(USERS)));
        assertEquals(
                2,
                api.get(USERS + "?include=total").json().getJsonObject("page").getInt("total"));
        assertEquals(404, api.get(one(foreign)).status());
        JsonObject own = api.get(one(staff)).json();
        assertEquals(200, own.getJsonArray("access").size());
        assertFalse(own.getBoolean("access_complete"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "status=OPEN", "cursor=QUJD", "role=OWNER"})
    void aParameterThatIsUnknownOrOutOfRangeIsRefused(String query) {
        assertEquals(400, asSuperAdmin.get(USERS + "?" + query).status());
    }

    @Test
    void aPlatformTypeIsGivenAndTaken() {
        Person person = World.person();

        Answer given = asSuperAdmin.patchAs(one(person), MERGE_PATCH, type("admin"));

        assertEquals(200, given.status(), given.body());
        assertEquals("admin", given.json().getJsonObject("user_type").getString("name"));
        assertEquals(200, person.api().get(USERS).status());
        Answer taken = asSuperAdmin.patchAs(one(person), "application/json", type("null"));
        assertEquals(200, taken.status(), taken.body());
        assertFalse(taken.json().containsKey("user_type"));
        assertEquals(403, person.api().get(USERS).status());
        assertEquals(
                superAdmin.id() + " {\"user_type_after\": \"admin\", \"user_type_before\": \"\"};" + superAdmin.id()
                        + " {\"user_type_after\": \"\", \"user_type_before\": \"admin\"}",
                audited(person, "user.type_changed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"user_type\": 1}", "{\"user_type\": \"no-such-type\"}", "{\"status\": \"INACTIVE\"}"})
    void aChangeThatDoesNotFitIsRefused(String body) {
        assertEquals(
                422, asSuperAdmin.patchAs(one(colleague), MERGE_PATCH, body).status());
    }

    @Test
    void onlyWhoHoldsEverythingChangesAPersonAsAWhole() {
        World.update(
                """
                insert into auth.user_types (name, display_name, description) values ('whole', 'Whole', 'Whole')
                on conflict do nothing
                """);
        World.update(
                """
                insert into auth.user_type_permissions
                select id, '*', '/v1/*' from auth.user_types where name = 'whole' on conflict do nothing
                """);
        Person almost = World.person("whole");
        World.grant(almost, company, null, "OWNER");
        Api api = almost.api();
        for (Person person : List.of(colleague, foreign, superAdmin)) {
            assertRefused(403, "forbidden", api.patchAs(one(person), MERGE_PATCH, type("viewer")));
            assertRefused(403, "forbidden", api.post(one(person) + "/deactivate"));
            assertRefused(403, "forbidden", api.post(one(person) + "/reactivate"));
        }
        assertRefused(403, "forbidden", api.patchAs(one(almost), MERGE_PATCH, type("superAdmin")));
        assertEquals("ACTIVE", status(colleague));
    }

    @Test
    void whoDoesNotExistIsNotFound() {
        String nobody = USERS + "/" + UUID.randomUUID();

        assertRefused(404, "not_found", asSuperAdmin.patchAs(nobody, MERGE_PATCH, type("admin")));
        assertRefused(404, "not_found", asSuperAdmin.post(nobody + "/deactivate"));
        assertRefused(404, "not_found", asSuperAdmin.post(nobody + "/reactivate"));
    }

    @Test
    void whoIsDeactivatedIsOutAtOnceAndLetInAgainSignsInAgain() {
        JsonObject session = colleague.signIn();
        Api before = Api.anonymous().as(session.getString("access_token"));
        assertEquals(200, before.get("/v1/customers").status());

        Answer deactivated = asSuperAdmin.post(one(colleague) + "/deactivate");

        assertEquals(200, deactivated.status(), deactivated.body());
        assertEquals("INACTIVE", deactivated.json().getString("status"));
        assertEquals(401, before.get("/v1/customers").status());
        assertEquals(403, Api.anonymous().exchange(colleague.idToken()).status());
        assertRefused(409, "already_inactive", asSuperAdmin.post(one(colleague) + "/deactivate"));
        assertEquals(
                superAdmin.id()
                        + " {\"status_after\": \"INACTIVE\", \"status_before\": \"ACTIVE\", \"sessions_ended\": \"1\"}",
                audited(colleague, "user.deactivated"));

        assertEquals(200, asSuperAdmin.post(one(colleague) + "/reactivate").status());

        assertEquals(401, before.get("/v1/customers").status());
        assertEquals(
                401,
                Api.anonymous()
                        .postText(
                                "/auth/refresh", "{\"refresh_token\": \"" + session.getString("refresh_token") + "\"}")
                        .status());
        assertEquals(200, colleague.api().get("/v1/customers").status());
        assertRefused(409, "already_active", asSuperAdmin.post(one(colleague) + "/reactivate"));
        assertEquals(
                superAdmin.id() + " {\"status_after\": \"ACTIVE\", \"status_before\": \"INACTIVE\"}",
                audited(colleague, "user.reactivated"));
    }

    /** Security first: another administrator can be added, a break-in can't be undone. */
    @Test
    void theLastAdministratorOfACustomerCanBeDeactivated() {
        Person last = World.member(World.company(), "customer_admin", "OWNER");

        assertEquals(200, asSuperAdmin.post(one(last) + "/deactivate").status());
    }

    @Test
    void nobodyChangesThemselvesAsAWhole() {
        assertRefused(409, "own_account", asSuperAdmin.post(one(superAdmin) + "/deactivate"));
        assertRefused(409, "own_account", asSuperAdmin.patchAs(one(superAdmin), MERGE_PATCH, type("viewer")));
        assertEquals(200, asSuperAdmin.get(one(superAdmin)).status());
    }
}
