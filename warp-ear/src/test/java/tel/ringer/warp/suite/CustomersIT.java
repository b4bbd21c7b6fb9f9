package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
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

        List<String> seen = walk(api, "/v1/customers?limit=3");

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
                "type=FREE",
                "type=",
                "sort=x",
                "sort=",
                "sort=--ban",
                "sort=BAN",
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

    /** PostgreSQL's lower case of these letters is not Java's. */
    @Test
    void namesWhoseLowerCaseIsAnothersAreNeitherLeftOutNorRepeated() {
        Person person = World.person();
        List<String> all = named(person, "İ", "İstanbul", "ẞ", "ẞx", "ΣΟΦΟΣ", "ΟΔΟΣ", "É", "i", "ss");

        assertEquals(all.size(), walk(person.api(), "/v1/customers?limit=1").size());
        assertEquals(
                all,
                walk(person.api(), "/v1/customers?limit=1").stream().sorted().toList());
        assertEquals(
                all,
                walk(person.api(), "/v1/customers?limit=2&sort=-company_name").stream()
                        .sorted()
                        .toList());
    }

    private static List<String> named(Person person, String... names) {
        List<String> bans = new ArrayList<>();
        for (String name : names) {
            Company company = World.company();
            World.update("update accounts.customers set company_name = ? where id = ?", name, company.id());
            World.grant(person, company, "viewer", "USER");
            bans.add(company.ban());
        }
        return bans.stream().sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"İzmir", "ẞack", "ΟΔΟΣ", "ÉCLAIR", "Ångström & Søn", "a_b%c\\d", "x'y\"z"})
    void aSearchFindsEachLetterWhateverItsCase(String name) {
        Company company = World.company();
        String whole = name + " " + company.ban();
        World.update("update accounts.customers set legal_name = ? where id = ?", whole, company.id());
        Api member = World.member(company, "viewer", "USER").api();
        Api staff = World.superAdmin().api();

        for (Api api : List.of(member, staff)) {
            for (String text : List.of(whole, World.query("select lower(?)", whole), whole.substring(1))) {
                JsonObject page = api.get("/v1/customers?include=total&q=" + encoded(text))
                        .json();
                assertEquals(List.of(company.ban()), bans(page), text);
                assertEquals(1, page.getJsonObject("page").getInt("total"));
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void whoHoldsEverythingFindsWhatIsRareAndWhatIsFrequent() {
        Api staff = World.superAdmin().api();
        String tag = "tag" + UUID.randomUUID().toString().replace("-", "");
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Company company = World.company();
            World.update(
                    "update accounts.customers set legal_name = ?, status = ?, customer_type = ? where id = ?",
                    tag,
                    i == 0 ? "CLOSED" : "TRIAL",
                    i == 1 ? "RESELLER" : "PREPAID",
                    company.id());
            all.add(company.ban());
        }

        assertEquals(all.stream().sorted().toList(), walk(staff, "/v1/customers?limit=2&sort=ban&q=" + tag));
        assertEquals(List.of(all.get(0)), walk(staff, "/v1/customers?status=CLOSED&q=" + tag));
        assertEquals(List.of(all.get(1)), walk(staff, "/v1/customers?type=RESELLER&q=" + tag));
        JsonObject trials = staff.get("/v1/customers?include=total&limit=1&type=PREPAID&status=TRIAL&q=" + tag)
                .json();
        assertEquals(3, trials.getJsonObject("page").getInt("total"));
        assertTrue(walk(staff, "/v1/customers?limit=200&q=g").containsAll(all), "frequent");
    }

    @Test
    void customersAreChosenByTypeAndStatus() {
        Person person = World.person();
        Company prepaid = World.company();
        Company suspended = World.company();
        World.grant(person, prepaid, "viewer", "USER");
        World.grant(person, suspended, "viewer", "USER");
        World.update("update accounts.customers set customer_type = 'PREPAID' where id = ?", prepaid.id());
        World.update("update accounts.customers set status = 'SUSPENDED' where id = ?", suspended.id());
        Api api = person.api();

        assertEquals(List.of(prepaid.ban()), walk(api, "/v1/customers?type=PREPAID"));
        assertEquals(List.of(suspended.ban()), walk(api, "/v1/customers?type=POSTPAID"));
        assertEquals(List.of(suspended.ban()), walk(api, "/v1/customers?status=SUSPENDED"));
        assertEquals(List.of(), walk(api, "/v1/customers?status=SUSPENDED&type=PREPAID"));
    }

    @Test
    void customersAreListedInEachOrder() {
        Person person = World.person();
        List<String> names = List.of("c", "A", "b");
        List<String> bans = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Company company = World.company();
            World.update(
                    "update accounts.customers set company_name = ?, created_at = now() - ? * interval '1 day' where id = ?",
                    names.get(i),
                    i,
                    company.id());
            World.grant(person, company, "viewer", "USER");
            bans.add(company.ban());
        }
        Api api = person.api();
        List<String> byName = List.of(bans.get(1), bans.get(2), bans.get(0));
        List<String> byTime = List.of(bans.get(2), bans.get(1), bans.get(0));
        List<String> byBan = bans.stream().sorted().toList();

        assertEquals(byName, walk(api, "/v1/customers?limit=2"));
        assertEquals(byName, walk(api, "/v1/customers?limit=2&sort=company_name"));
        assertEquals(reversed(byName), walk(api, "/v1/customers?limit=2&sort=-company_name"));
        assertEquals(byTime, walk(api, "/v1/customers?limit=2&sort=created_at"));
        assertEquals(reversed(byTime), walk(api, "/v1/customers?limit=2&sort=-created_at"));
        assertEquals(byBan, walk(api, "/v1/customers?limit=2&sort=ban"));
        assertEquals(reversed(byBan), walk(api, "/v1/customers?limit=2&sort=-ban"));
    }

    private static List<String> reversed(List<String> items) {
        List<String> reversed = new ArrayList<>(items);
        Collections.reverse(reversed);
        return reversed;
    }

    @Test
    void aCursorOfAnotherOrderOrOfNoneIsRefused() {
        Person person = World.person();
        World.grant(person, World.company(), "viewer", "USER");
        World.grant(person, World.company(), "viewer", "USER");
        Api api = person.api();
        List<String> orders = List.of("company_name", "-company_name", "created_at", "-created_at", "ban", "-ban");
        for (String order : orders) {
            String cursor = api.get("/v1/customers?limit=1&sort=" + order)
                    .json()
                    .getJsonObject("page")
                    .getString("next_cursor");
            for (String other : orders) {
                Answer answer = api.get("/v1/customers?sort=" + other + "&cursor=" + cursor);
                assertEquals(order.equals(other) ? 200 : 400, answer.status(), order + " in " + other);
                if (answer.status() == 400) {
                    assertEquals("invalid_cursor", answer.code());
                }
            }
        }
        for (String key :
                List.of("", "acme", "created_at ", "created_at yesterday", "created_at +999999999-01-01T00:00:00Z")) {
            String cursor =
                    Base64.getUrlEncoder().encodeToString((UUID.randomUUID() + key).getBytes(StandardCharsets.UTF_8));
            for (String sort : List.of("company_name", "created_at")) {
                for (Api each : List.of(api, World.superAdmin().api())) {
                    Answer answer = each.get("/v1/customers?q=x&sort=" + sort + "&cursor=" + cursor);
                    assertEquals(400, answer.status(), key);
                    assertEquals("invalid_cursor", answer.code());
                }
            }
        }
    }

    /** Page by page. */
    private static List<String> walk(Api api, String path) {
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonObject page = api.get(path + next).json();
            seen.addAll(bans(page));
            next = page.getJsonObject("page").containsKey("next_cursor")
                    ? "&cursor=" + page.getJsonObject("page").getString("next_cursor")
                    : "";
        } while (!next.isEmpty());
        return seen;
    }

    private static List<String> bans(JsonObject page) {
        return page.getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .map(item -> item.getString("ban"))
                .toList();
    }
}
