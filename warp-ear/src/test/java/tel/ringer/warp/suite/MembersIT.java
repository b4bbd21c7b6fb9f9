package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MembersIT {
    private static final String NOT_FOUND =
            "{\"type\":\"urn:warp:problem:not_found\",\"title\":\"Not Found\",\"status\":404,\"code\":\"not_found\","
                    + "\"detail\":\"There is nothing here that you may see.\",}";

    private final Company company = World.company();
    private final Company elsewhere = World.company();
    private final Person owner = World.member(company, "customer_admin", "OWNER");
    private final Person admin = World.member(company, "customer_admin", "ADMIN");
    private final Person viewer = World.member(company, "viewer", "USER");
    private final Api asOwner = owner.api();

    private static String people(Company at) {
        return "/v1/customers/" + at.id() + "/users";
    }

    private static String one(Company at, Person person) {
        return people(at) + "/" + person.id();
    }

    private static JsonObject member(UUID user, @Nullable String type, String role) {
        var body = Json.createObjectBuilder().add("user_id", user.toString()).add("role", role);
        return (type == null ? body : body.add("user_type", type)).build();
    }

    private static JsonObject role(String role) {
        return Json.createObjectBuilder().add("role", role).build();
    }

    private static JsonObject type(String type) {
        return Json.createObjectBuilder().add("user_type", type).build();
    }

    private static void assertRefused(int status, String code, Answer answer) {
        assertEquals(status, answer.status(), answer.body());
        assertEquals(code, answer.code());
    }

    /** What somebody holds, as the row has it. */
    private static String held(Company at, Person person) {
        return World.query(
                """
                select coalesce((select g.role || ' ' || coalesce(t.name, '-') from auth.user_customer_access g
                                 left join auth.user_types t on t.id = g.user_type_id
                                 where g.customer_id = ? and g.user_id = ?), 'nothing')
                """,
                at.id(),
                person.id());
    }

    private static String audited(Company at, Person person, String action) {
        return World.query(
                """
                select coalesce(string_agg(actor_id || ' ' || details, ';' order by occurred_at), 'nothing') from audit.events
                where customer_id = ? and subject_id = ? and action = ?
                """,
                at.id(),
                person.id(),
                action);
    }

    private static List<String> ids(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("user_id"))
                .toList();
    }

    private static List<String> idsOf(Person... people) {
        return List.of(people).stream().map(person -> person.id().toString()).toList();
    }

    @Test
    void nobodySeesPeopleWithoutSigningIn() {
        Answer answer = Api.anonymous().get(people(company));

        assertEquals(401, answer.status());
        assertEquals(
                "{\"type\":\"urn:warp:problem:unauthenticated\",\"title\":\"Unauthorized\",\"status\":401,"
                        + "\"code\":\"unauthenticated\",\"detail\":\"Sign in first.\",}",
                answer.bodyWithoutRequestId());
    }

    @Test
    void whoHasNoRightAnywhereIsRefused() {
        Api nobody = World.person().api();

        assertEquals(403, nobody.get(people(company)).status());
        assertEquals(
                403,
                nobody.post(people(company), member(viewer.id(), "viewer", "USER"))
                        .status());
        assertEquals(403, nobody.get(one(company, viewer)).status());
        assertEquals(403, nobody.patch(one(company, viewer), role("ADMIN")).status());
        assertEquals(403, nobody.delete(one(company, viewer)).status());
    }

    @Test
    void aForeignCustomerCannotBeToldFromOneThatDoesNotExist() {
        Person stranger = World.member(elsewhere, "customer_admin", "OWNER");
        Api api = stranger.api();
        for (String path : List.of(people(company), "/v1/customers/" + UUID.randomUUID() + "/users")) {
            List<Answer> answers = List.of(
                    api.get(path + "?include=total"),
                    api.post(path, member(stranger.id(), "viewer", "USER")),
                    api.post(path, member(viewer.id(), "viewer", "USER")),
                    api.get(path + "/" + viewer.id()),
                    api.patch(path + "/" + viewer.id(), role("ADMIN")),
                    api.delete(path + "/" + viewer.id()));
            for (Answer answer : answers) {
                assertEquals(404, answer.status(), path);
                assertEquals(NOT_FOUND, answer.bodyWithoutRequestId());
            }
        }
        assertEquals("USER viewer", held(company, viewer));
    }

    @Test
    void whoDoesNotBelongToTheCustomerCannotBeToldFromWhoDoesNotExist() {
        Person foreign = World.member(elsewhere, "viewer", "USER");
        for (String user : List.of(foreign.id().toString(), UUID.randomUUID().toString(), "not-an-id")) {
            String path = people(company) + "/" + user;
            for (Answer answer : List.of(asOwner.get(path), asOwner.patch(path, role("USER")), asOwner.delete(path))) {
                assertEquals(404, answer.status(), path);
                assertEquals(NOT_FOUND, answer.bodyWithoutRequestId());
            }
        }
        assertEquals("USER viewer", held(elsewhere, foreign));
    }

    @Test
    void theListShowsThePeopleOfTheCustomerAndNobodyElse() {
        World.member(elsewhere, "viewer", "USER");
        World.grant(viewer, elsewhere, "customer_admin", "OWNER");
        World.update("update auth.users set display_name = 'anna' where id = ?", viewer.id());
        World.update("update auth.users set display_name = 'Berta' where id = ?", owner.id());
        World.update("update auth.users set display_name = 'carla' where id = ?", admin.id());

        JsonObject page = asOwner.get(people(company) + "?include=total").json();

        assertEquals(idsOf(viewer, owner, admin), ids(page));
        assertEquals(3, page.getJsonObject("page").getInt("total"));
        JsonObject first = page.getJsonArray("items").getJsonObject(0);
        assertEquals("anna", first.getString("display_name"));
        assertEquals(viewer.email(), first.getString("email"));
        assertEquals("ACTIVE", first.getString("status"));
        assertEquals("USER", first.getString("role"));
        assertEquals("viewer", first.getJsonObject("user_type").getString("name"));
        assertEquals("Viewer", first.getJsonObject("user_type").getString("display_name"));
        assertFalse(first.getBoolean("platform_type"));
    }

    @Test
    void theListIsSearchedAndFiltered() {
        World.update("update auth.users set status = 'INACTIVE' where id = ?", admin.id());
        String part = viewer.email().substring(0, viewer.email().indexOf('@')).toUpperCase(Locale.ROOT);

        assertEquals(
                idsOf(viewer), ids(asOwner.get(people(company) + "?q=" + part).json()));
        assertEquals(List.of(), ids(asOwner.get(people(company) + "?q=%25").json()));
        assertEquals(
                idsOf(owner), ids(asOwner.get(people(company) + "?role=OWNER").json()));
        assertEquals(
                idsOf(admin),
                ids(asOwner.get(people(company) + "?status=INACTIVE").json()));
        assertEquals(
                1,
                asOwner.get(people(company) + "?role=USER&status=ACTIVE&include=total")
                        .json()
                        .getJsonObject("page")
                        .getInt("total"));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        World.update(
                "update auth.users set display_name = 'Ärger' where id in (?, ?, ?)",
                owner.id(),
                admin.id(),
                viewer.id());
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonObject page = asOwner.get(people(company) + "?limit=1" + next).json();
            seen.addAll(ids(page));
            next = page.getJsonObject("page").containsKey("next_cursor")
                    ? "&cursor=" + page.getJsonObject("page").getString("next_cursor")
                    : "";
        } while (!next.isEmpty());

        assertEquals(idsOf(owner, admin, viewer).stream().sorted().toList(), seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "role=CHIEF", "status=OPEN", "cursor=QUJD", "user_type=viewer"})
    void aParameterThatIsUnknownOrOutOfRangeIsRefused(String query) {
        assertEquals(400, asOwner.get(people(company) + "?" + query).status());
    }

    @Test
    void aPersonOfAnotherCustomerWithinReachIsAdded() {
        World.grant(owner, elsewhere, "customer_admin", "ADMIN");
        Person colleague = World.member(elsewhere, "viewer", "USER");

        Answer added = asOwner.post(people(company), member(colleague.id(), "billing", "ADMIN"));

        assertEquals(201, added.status(), added.body());
        assertTrue(added.header("Location").endsWith(one(company, colleague)));
        assertEquals("billing", added.json().getJsonObject("user_type").getString("name"));
        assertEquals(owner.id().toString(), added.json().getString("granted_by"));
        assertEquals(
                added.json().getString("role"),
                asOwner.get(one(company, colleague)).json().getString("role"));
        assertEquals("ADMIN billing", held(company, colleague));
        assertEquals(
                owner.id() + " {\"role_after\": \"ADMIN\", \"user_type_after\": \"billing\"}",
                audited(company, colleague, "member.added"));
        assertEquals(200, colleague.api().get("/v1/customers/" + company.id()).status());
    }

    @Test
    void whomTheCallerDoesNotSeeCannotBeToldFromWhoDoesNotExist() {
        Person foreign = World.member(elsewhere, "viewer", "USER");
        Person staff = World.superAdmin();
        // Where the owner only reads, the right to add people does not reach.
        Company read = World.company();
        World.grant(owner, read, "viewer", "USER");
        Person readOnly = World.member(read, "viewer", "USER");
        for (UUID user : List.of(foreign.id(), staff.id(), readOnly.id(), UUID.randomUUID())) {
            Answer answer = asOwner.post(people(company), member(user, "viewer", "USER"));
            assertEquals(404, answer.status());
            assertEquals(NOT_FOUND, answer.bodyWithoutRequestId());
        }
    }

    @Test
    void whoHoldsEverythingAddsAnybody() {
        Person person = World.person();
        Person staff = World.person("admin");
        Api superAdmin = World.superAdmin().api();

        assertEquals(
                201,
                superAdmin
                        .post(people(company), member(person.id(), "customer_admin", "OWNER"))
                        .status());
        JsonObject added = superAdmin
                .post(people(company), member(staff.id(), null, "ADMIN"))
                .json();

        assertEquals("admin", added.getJsonObject("user_type").getString("name"));
        assertTrue(added.getBoolean("platform_type"));
        assertEquals("ADMIN -", held(company, staff));
        assertRefused(
                422,
                "no_platform_type",
                superAdmin.post(people(elsewhere), member(World.person().id(), null, "USER")));
    }

    @Test
    void somebodyIsAddedOnceAndWhileActiveAndToAnOpenCustomer() {
        Api superAdmin = World.superAdmin().api();
        Person inactive = World.person();
        World.update("update auth.users set status = 'INACTIVE' where id = ?", inactive.id());
        World.update("update accounts.customers set status = 'CLOSED' where id = ?", elsewhere.id());

        assertRefused(409, "already_member", asOwner.post(people(company), member(viewer.id(), "viewer", "USER")));
        assertRefused(
                409, "person_inactive", superAdmin.post(people(company), member(inactive.id(), "viewer", "USER")));
        assertRefused(
                409, "customer_closed", superAdmin.post(people(elsewhere), member(viewer.id(), "viewer", "USER")));
        assertRefused(
                422,
                "unknown_user_type",
                superAdmin.post(people(company), member(World.person().id(), "no-such-type", "USER")));
    }

    @ParameterizedTest
    @CsvSource({"superAdmin, USER", "admin, USER", "viewer, OWNER"})
    void nobodyAddsAboveThemselves(String type, String role) {
        World.grant(admin, elsewhere, "customer_admin", "OWNER");
        Person colleague = World.member(elsewhere, "viewer", "USER");

        assertRefused(403, "rank_exceeded", admin.api().post(people(company), member(colleague.id(), type, role)));
        assertEquals("nothing", held(company, colleague));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"user_id\": \"1\", \"user_type\": \"viewer\", \"role\": \"USER\"}",
                "{\"user_id\": \"00000000-0000-0000-0000-000000000001\", \"user_type\": \"viewer\"}",
                "{\"user_id\": \"00000000-0000-0000-0000-000000000001\", \"user_type\": \"viewer\", \"role\": \"KING\"}",
                "{\"user_id\": \"00000000-0000-0000-0000-000000000001\", \"role\": \"USER\", \"status\": \"ACTIVE\"}"
            })
    void aBodyThatDoesNotFitIsRefused(String body) {
        assertEquals(422, asOwner.postText(people(company), body).status());
    }

    @Test
    void aRoleAndAUserTypeAreChanged() {
        assertEquals(
                "ADMIN",
                asOwner.patch(one(company, viewer), role("ADMIN")).json().getString("role"));
        Answer changed =
                asOwner.patchAs(one(company, viewer), "application/merge-patch+json", "{\"user_type\": \"billing\"}");

        assertEquals(200, changed.status(), changed.body());
        assertEquals("billing", changed.json().getJsonObject("user_type").getString("name"));
        assertEquals("ADMIN billing", held(company, viewer));
        assertEquals(
                owner.id()
                        + " {\"role_after\": \"ADMIN\", \"role_before\": \"USER\", \"user_type_after\": \"viewer\","
                        + " \"user_type_before\": \"viewer\"};"
                        + owner.id()
                        + " {\"role_after\": \"ADMIN\", \"role_before\": \"ADMIN\", \"user_type_after\": \"billing\","
                        + " \"user_type_before\": \"viewer\"}",
                audited(company, viewer, "member.changed"));
    }

    @Test
    void whatIsAbsentOrThereAlreadyChangesNothing() {
        assertEquals(
                200,
                asOwner.patchAs(one(company, viewer), "application/json", "{}").status());
        assertEquals(200, asOwner.patch(one(company, viewer), role("USER")).status());

        assertEquals("USER viewer", held(company, viewer));
        assertEquals("nothing", audited(company, viewer, "member.changed"));
    }

    @Test
    void aUserTypeOfNullLetsThePlatformTypeApplyIfThereIsOne() {
        Api superAdmin = World.superAdmin().api();
        Person staff = World.person("admin");
        World.grant(staff, company, "viewer", "USER");
        String none = "{\"user_type\": null}";

        Answer changed = superAdmin.patchAs(one(company, staff), "application/merge-patch+json", none);

        assertEquals(200, changed.status(), changed.body());
        assertTrue(changed.json().getBoolean("platform_type"));
        assertEquals("USER -", held(company, staff));
        assertRefused(
                422,
                "no_platform_type",
                superAdmin.patchAs(one(company, viewer), "application/merge-patch+json", none));
        assertRefused(
                422,
                "invalid_body",
                superAdmin.patchAs(one(company, viewer), "application/merge-patch+json", "{\"role\": null}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"role\": \"KING\"}",
                "{\"role\": 1}",
                "{\"user_type\": 1}",
                "{\"user_type\": \"no-such-type\"}",
                "{\"status\": \"INACTIVE\"}"
            })
    void aChangeThatDoesNotFitIsRefused(String body) {
        Answer answer = asOwner.patchAs(one(company, viewer), "application/merge-patch+json", body);

        assertEquals(422, answer.status(), answer.body());
        assertEquals("USER viewer", held(company, viewer));
    }

    @Test
    void nobodyManagesPeopleAboveThemselves() {
        Api asAdmin = admin.api();
        Person staff = World.person("admin");
        World.grant(staff, company, null, "USER");
        Person superAdmin = World.superAdmin();
        World.grant(superAdmin, company, "viewer", "USER");

        for (Person above : List.of(owner, staff, superAdmin)) {
            assertRefused(403, "rank_exceeded", asAdmin.patch(one(company, above), type("viewer")));
            assertRefused(403, "rank_exceeded", asAdmin.patch(one(company, above), role("ADMIN")));
            assertRefused(403, "rank_exceeded", asAdmin.delete(one(company, above)));
        }
        assertRefused(403, "rank_exceeded", asOwner.delete(one(company, superAdmin)));
        assertEquals("OWNER customer_admin", held(company, owner));
    }

    @Test
    void nobodyRaisesAnybodyAboveThemselvesAndSoNotThemselves() {
        Api asAdmin = admin.api();

        for (Person person : List.of(viewer, admin)) {
            assertRefused(403, "rank_exceeded", asAdmin.patch(one(company, person), role("OWNER")));
            assertRefused(403, "rank_exceeded", asAdmin.patch(one(company, person), type("superAdmin")));
            assertRefused(403, "rank_exceeded", asAdmin.patch(one(company, person), type("admin")));
        }
        assertEquals("ADMIN customer_admin", held(company, admin));
    }

    @Test
    void aPersonIsRemovedAtOnce() {
        World.grant(viewer, elsewhere, "viewer", "USER");
        Api asViewer = viewer.api();
        assertEquals(200, asViewer.get("/v1/customers/" + company.id()).status());

        assertEquals(204, asOwner.delete(one(company, viewer)).status());

        assertEquals(404, asViewer.get("/v1/customers/" + company.id()).status());
        assertEquals(200, asViewer.get("/v1/customers/" + elsewhere.id()).status());
        assertEquals(404, asOwner.get(one(company, viewer)).status());
        assertEquals(404, asOwner.delete(one(company, viewer)).status());
        assertEquals(
                owner.id() + " {\"role_before\": \"USER\", \"user_type_before\": \"viewer\"}",
                audited(company, viewer, "member.removed"));
    }

    @Test
    void rightsAtOneCustomerAreNotUsedAtAnother() {
        World.grant(viewer, elsewhere, "customer_admin", "OWNER");
        Person colleague = World.member(elsewhere, "viewer", "USER");
        Api api = viewer.api();

        assertRefused(403, "forbidden", api.post(people(company), member(colleague.id(), "viewer", "USER")));
        assertRefused(403, "forbidden", api.patch(one(company, viewer), role("ADMIN")));
        assertRefused(403, "forbidden", api.patch(one(company, admin), role("USER")));
        assertRefused(403, "forbidden", api.delete(one(company, admin)));
        assertEquals(200, api.patch(one(elsewhere, colleague), role("ADMIN")).status());
        assertEquals("USER viewer", held(company, viewer));
        assertEquals("ADMIN customer_admin", held(company, admin));
        assertEquals("nothing", held(company, colleague));
    }

    @Test
    void whoLowersThemselvesIsLowerAtOnce() {
        Api asAdmin = admin.api();

        Answer lowered = asAdmin.patchAs(
                one(company, admin), "application/merge-patch+json", "{\"user_type\": \"viewer\", \"role\": \"USER\"}");

        assertEquals(200, lowered.status(), lowered.body());
        assertEquals("viewer", lowered.json().getJsonObject("user_type").getString("name"));
        assertEquals("USER viewer", held(company, admin));
        assertEquals(403, asAdmin.patch(one(company, admin), role("ADMIN")).status());
        assertTrue(audited(company, admin, "member.changed").startsWith(admin.id() + " "));
    }

    @Test
    void whoRemovesThemselvesIsGoneAtOnce() {
        Api asAdmin = admin.api();

        assertEquals(204, asAdmin.delete(one(company, admin)).status());

        assertEquals(403, asAdmin.get("/v1/customers/" + company.id()).status());
        assertTrue(audited(company, admin, "member.removed").startsWith(admin.id() + " "));
    }
}
