package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
class CustomersIT {
    @Test
    void nobodySeesACustomerWithoutSigningIn() {
        Answer answer = Api.anonymous().get("/v1/customers");

        assertEquals(401, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals("Bearer realm=\"warp\"", answer.header("WWW-Authenticate"));
        assertEquals(
                "{\"type\":\"urn:warp:problem:unauthenticated\",\"title\":\"Unauthorized\",\"status\":401,"
                        + "\"code\":\"unauthenticated\",\"detail\":\"Sign in first.\",}",
                answer.bodyWithoutRequestId());
    }

    @Test
    void whoHasNoRightAnywhereIsRefused() {
        Answer answer = World.person().api().get("/v1/customers");

        assertEquals(403, answer.status());
        assertEquals("forbidden", answer.code());
    }

    @Test
    void aMemberSeesTheirCustomerByIdAndByBan() {
        Company company = World.company();
        Api member = World.member(company, "viewer", "USER").api();

        assertEquals(
                company.ban(),
                member.get("/v1/customers/" + company.id()).json().getString("ban"));
        assertEquals(
                company.name(),
                member.get("/v1/customers/by-ban/" + company.ban()).json().getString("company_name"));
    }

    @Test
    void aForeignCustomerCannotBeToldFromOneThatDoesNotExist() {
        Company foreign = World.company();
        Api member = World.member(World.company(), "customer_admin", "OWNER").api();
        Answer unknown = member.get("/v1/customers/" + UUID.randomUUID());
        assertEquals(404, unknown.status());

        for (String path : List.of(
                "/v1/customers/" + foreign.id(),
                "/v1/customers/by-ban/" + foreign.ban(),
                "/v1/customers/by-ban/NOBODY-1",
                "/v1/customers/not-an-id",
                "/v1/customers/by-ban/not-a-ban")) {
            Answer answer = member.get(path);
            assertEquals(404, answer.status(), path);
            assertEquals(unknown.bodyWithoutRequestId(), answer.bodyWithoutRequestId(), path);
            assertEquals(
                    unknown.response().headers().map().keySet(),
                    answer.response().headers().map().keySet(),
                    path);
        }
    }

    @Test
    void theListAndItsTotalShowNothingForeign() {
        World.company();
        Company own = World.company();
        Api member = World.member(own, "viewer", "USER").api();

        JsonObject page = member.get("/v1/customers?include=total").json();

        assertEquals(List.of(own.ban()), bans(page));
        assertEquals(1, page.getJsonObject("page").getInt("total"));
    }

    @Test
    void aSearchFindsNothingForeign() {
        Company foreign = World.company();
        Company own = World.company();
        Api member = World.member(own, "viewer", "USER").api();

        JsonObject found =
                member.get("/v1/customers?include=total&q=" + foreign.ban()).json();

        assertEquals(List.of(), bans(found));
        assertEquals(0, found.getJsonObject("page").getInt("total"));
        assertEquals(
                List.of(own.ban()),
                bans(member.get("/v1/customers?q=" + own.ban().toLowerCase(Locale.ROOT))
                        .json()));
    }

    @Test
    void thePlaceholdersOfASearchAreTakenLiterally() {
        Api member = World.member(World.company(), "viewer", "USER").api();

        assertEquals(List.of(), bans(member.get("/v1/customers?q=%25").json()));
        assertEquals(List.of(), bans(member.get("/v1/customers?q=_").json()));
    }

    @Test
    void staffWithoutEverythingSeeOnlyWhatTheyAreGranted() {
        Company granted = World.company();
        Person admin = World.person("admin");
        World.grant(admin, granted, null, "ADMIN");

        assertEquals(
                List.of(granted.ban()), bans(admin.api().get("/v1/customers").json()));
    }

    @Test
    void rightsAtOneCustomerAreNotUsedAtAnother() {
        Company ownedByThem = World.company();
        Company onlyViewed = World.company();
        Person person = World.member(ownedByThem, "customer_admin", "OWNER");
        World.grant(person, onlyViewed, "viewer", "USER");
        Api api = person.api();

        Answer answer = api.post(
                "/v1/admin/customers/" + onlyViewed.id() + "/invitations",
                World.invitation(World.newEmail(), "viewer", "USER").build());

        assertEquals(403, answer.status());
        assertEquals(2, bans(api.get("/v1/customers").json()).size());
        assertEquals(
                List.of(),
                api.get("/v1/admin/invitations?customer_id=" + onlyViewed.id())
                        .json()
                        .getJsonArray("items"));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        Person person = World.person();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Company company = World.company();
            World.grant(person, company, "viewer", "USER");
            all.add(company.ban());
        }
        Api api = person.api();

        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonObject page = api.get("/v1/customers?limit=3" + next).json();
            seen.addAll(bans(page));
            next = page.getJsonObject("page").containsKey("next_cursor")
                    ? "&cursor=" + page.getJsonObject("page").getString("next_cursor")
                    : "";
        } while (!next.isEmpty());

        assertEquals(7, seen.size());
        assertEquals(all.stream().sorted().toList(), seen.stream().sorted().toList());
    }

    @Test
    void aRenamedCustomerMovesInTheOrderOfTheirPeopleToo() {
        Person person = World.person();
        Company early = World.company();
        Company late = World.company();
        World.grant(person, early, "viewer", "USER");
        World.grant(person, late, "viewer", "USER");
        World.update("update accounts.customers set company_name = 'B' where id = ?", early.id());
        World.update("update accounts.customers set company_name = 'a' where id = ?", late.id());

        JsonArray items = person.api().get("/v1/customers").json().getJsonArray("items");

        assertEquals(
                List.of("a", "B"), items.getValuesAs(item -> item.asJsonObject().getString("company_name")));
    }

    @Test
    void aCursorOfSomebodyElseShowsNothingOfTheirs() {
        Person generous = World.person();
        for (int i = 0; i < 3; i++) {
            World.grant(generous, World.company(), "viewer", "USER");
        }
        String cursor = generous.api()
                .get("/v1/customers?limit=1")
                .json()
                .getJsonObject("page")
                .getString("next_cursor");
        Company own = World.company();

        JsonObject page = World.member(own, "viewer", "USER")
                .api()
                .get("/v1/customers?cursor=" + cursor)
                .json();

        assertFalse(bans(page).stream().anyMatch(ban -> !ban.equals(own.ban())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=x",
                "limit=1&limit=2",
                "cursor=%21",
                "cursor=QUJD",
                "status=OPEN",
                "include=all",
                "sort=x",
                "q=%00"
            })
    void aParameterThatIsUnknownOrOutOfRangeIsRefused(String query) {
        Answer answer = World.member(World.company(), "viewer", "USER").api().get("/v1/customers?" + query);

        assertEquals(400, answer.status());
    }

    @Test
    void aDeactivatedPersonLosesAccessAtOnce() {
        Person person = World.member(World.company(), "viewer", "USER");
        Api api = person.api();
        assertEquals(200, api.get("/v1/customers").status());

        World.update("update auth.users set status = 'INACTIVE' where id = ?", person.id());

        assertEquals(401, api.get("/v1/customers").status());
    }

    @Test
    void aRemovedGrantIsGoneAtOnce() {
        Company company = World.company();
        Person person = World.member(company, "viewer", "USER");
        World.grant(person, World.company(), "viewer", "USER");
        Api api = person.api();
        assertEquals(200, api.get("/v1/customers/" + company.id()).status());

        World.update(
                "delete from auth.user_customer_access where user_id = ? and customer_id = ?",
                person.id(),
                company.id());

        assertEquals(404, api.get("/v1/customers/" + company.id()).status());
    }

    @Test
    void aChangedUserTypeHoldsAtTheNextRequest() {
        String type = "T" + UUID.randomUUID().toString().substring(0, 8);
        World.update(
                "insert into auth.user_types (name, display_name, description) values (?, ?, ?)", type, type, type);
        Company company = World.company();
        Api api = World.member(company, type, "USER").api();
        assertEquals(403, api.get("/v1/customers").status());

        World.update(
                "insert into auth.user_type_permissions select id, 'GET', '/v1/customers' from auth.user_types where name = ?",
                type);

        assertEquals(List.of(company.ban()), bans(api.get("/v1/customers").json()));
    }

    private static List<String> bans(JsonObject page) {
        return page.getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .map(item -> item.getString("ban"))
                .toList();
    }
}
