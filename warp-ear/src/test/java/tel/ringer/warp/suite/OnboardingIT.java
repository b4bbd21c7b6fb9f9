package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.TypeOfUser;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** How customers come to be: who creates them, what they are then, and who is invited. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OnboardingIT {
    private static final String CUSTOMERS = "/v1/customers";

    private final Person staff = World.person("admin");
    private final Api admin = staff.api();
    private final String name = "New " + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();
    private final String email = World.newEmail();

    private String body(String more) {
        return "{\"company_name\":\"" + name + "\",\"customer_type\":\"PREPAID\"" + more + "}";
    }

    private String inviting() {
        return body(",\"first_contact\":{\"email\":\"" + email + "\"}");
    }

    private static String newBan() {
        return ("N-" + UUID.randomUUID()).toUpperCase(Locale.ROOT).substring(0, 18);
    }

    private Answer createOnce(Api api, String body) {
        return api.callWith("POST", CUSTOMERS, Map.of("Idempotency-Key", key), Optional.of(body));
    }

    private static String id(Answer answer) {
        assertEquals(201, answer.status(), answer.body());
        return answer.json().getString("id");
    }

    private String countByName() {
        return World.query("select count(*) from accounts.customers where company_name = ?", name);
    }

    private static List<String> pointers(Answer answer) {
        return answer.json().getJsonArray("errors").stream()
                .map(JsonValue::asJsonObject)
                .map(error -> error.getString("pointer"))
                .toList();
    }

    @Test
    void aNewCustomerHasANumberOfItsOwnAndItsInitialValues() {
        Answer created = admin.postText(CUSTOMERS, body(""));

        String id = id(created);
        JsonObject json = created.json();
        assertTrue(json.getString("ban").matches("[A-Z]{2}-[0-9]{9}"), created.body());
        assertEquals("ACTIVE", json.getString("status"));
        assertEquals("PREPAID", json.getString("customer_type"));
        assertEquals("USD", json.getString("currency"));
        assertEquals(staff.id().toString(), json.getString("created_by"));
        assertEquals(CUSTOMERS + "/" + id, path(created.header("Location")));
        Answer read = admin.get(CUSTOMERS + "/" + id);
        assertEquals(created.body(), read.body());
        assertEquals(created.header("ETag"), read.header("ETag"));
    }

    private static String path(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void everyFieldIsTakenAtOnce() {
        String ban = newBan();
        JsonObject json = admin.postText(
                        CUSTOMERS,
                        body(
                                ",\"ban\":\"" + ban
                                        + "\",\"status\":\"TRIAL\",\"contact\":{\"name\":\"Robin\"},\"credit_limit\":\"10.5\",\"services\":{\"voice\":true},\"external_ids\":{\"hubspot_company_id\":\"7\"},\"custom_fields\":{\"tier\":\"gold\"},\"preferences\":{\"locale\":\"es-MX\"}"))
                .json();

        assertEquals(ban, json.getString("ban"));
        assertEquals("TRIAL", json.getString("status"));
        assertEquals("Robin", json.getJsonObject("contact").getString("name"));
        assertEquals("10.5000", json.getString("credit_limit"));
        assertTrue(json.getJsonObject("services").getBoolean("voice"));
        assertEquals("gold", json.getJsonObject("custom_fields").getString("tier"));
        assertEquals(
                "customer.created " + ban,
                World.query(
                        "select action || ' ' || (details->>'ban') from audit.events where customer_id = ?::uuid",
                        json.getString("id")));
    }

    @Test
    void whoCreatesItBelongsToItAndNobodyElseDoes() {
        String id = id(admin.postText(CUSTOMERS, body("")));

        assertEquals(
                "OWNER admin",
                World.query(
                        """
                        select g.role || ' ' || t.name from auth.user_customer_access g join auth.users u on u.id = g.user_id
                        join auth.user_types t on t.id = coalesce(g.user_type_id, u.user_type_id)
                        where g.customer_id = ?::uuid""",
                        id));
        assertEquals(
                1,
                admin.get(CUSTOMERS + "?include=total")
                        .json()
                        .getJsonObject("page")
                        .getInt("total"));
        assertEquals(404, World.person("admin").api().get(CUSTOMERS + "/" + id).status());
        assertEquals(
                200,
                admin.patchIfMatch(CUSTOMERS + "/" + id, "*", "{\"credit_limit\":\"5\"}")
                        .status());
    }

    @Test
    void whoHoldsEverythingNeedsNoGrant() {
        String id = id(World.superAdmin().api().postText(CUSTOMERS, body("")));

        assertEquals(
                "0", World.query("select count(*) from auth.user_customer_access where customer_id = ?::uuid", id));
    }

    @Test
    void aRightAtOneCustomerDoesNotSuffice() {
        Api memberWithTheRight = World.member(World.company(), "admin", "OWNER").api();
        Person staffWithAnother = World.person("viewer");
        World.grant(staffWithAnother, World.company(), "admin", "OWNER");

        for (Api api : List.of(memberWithTheRight, staffWithAnother.api())) {
            Answer refused = createOnce(api, body(""));
            assertEquals(403, refused.status());
            assertEquals("platform_authority_required", refused.code());
        }
        Answer plain =
                World.member(World.company(), "customer_admin", "OWNER").api().postText(CUSTOMERS, body(""));
        assertEquals(403, plain.status());
        assertEquals("forbidden", plain.code());
        assertEquals(401, Api.anonymous().postText(CUSTOMERS, body("")).status());
        assertEquals("0", countByName());
    }

    @Test
    void aTakenNumberIsRefusedTheSameWhoeverHasIt() {
        Company foreign = World.company();
        String own = id(admin.postText(CUSTOMERS, body("")));
        String ownBan = admin.get(CUSTOMERS + "/" + own).json().getString("ban");

        Answer ofForeign = admin.postText(CUSTOMERS, body(",\"ban\":\"" + foreign.ban() + "\""));
        Answer ofOwn = admin.postText(CUSTOMERS, body(",\"ban\":\"" + ownBan + "\""));

        assertEquals(409, ofForeign.status());
        assertEquals(
                "{\"type\":\"urn:warp:problem:ban_taken\",\"title\":\"Conflict\",\"status\":409,\"code\":\"ban_taken\","
                        + "\"detail\":\"This billing account number is taken.\",}",
                ofForeign.bodyWithoutRequestId());
        assertEquals(ofForeign.bodyWithoutRequestId(), ofOwn.bodyWithoutRequestId());
        assertEquals("1", countByName());
    }

    @Test
    void ofThoseWhoTakeTheSameNumberAtOnceOneDoes() throws Exception {
        String body = body(",\"ban\":\"" + newBan() + "\"");
        List<Integer> statuses = AtOnce.call(IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(
                        i -> () -> admin.postText(CUSTOMERS, body).status())
                .toList());

        assertEquals(
                List.of(201, 409, 409, 409, 409, 409),
                statuses.stream().sorted().toList());
    }

    @Test
    void theFirstContactIsInvitedAsOwner() {
        String id = id(admin.postText(CUSTOMERS, inviting()));

        assertEquals(
                "PENDING OWNER customer_admin",
                World.query(
                        """
                        select i.status || ' ' || i.role || ' ' || t.name from auth.user_invitations i
                        join auth.user_types t on t.id = i.user_type_id where i.customer_id = ?::uuid""",
                        id));
        assertEquals(
                200,
                Api.anonymous()
                        .accept(World.tokenMailedTo(email), World.idToken(email))
                        .status());
        Api contact = Api.anonymous()
                .as(Api.anonymous().exchange(World.idToken(email)).json().getString("access_token"));
        assertEquals(name, contact.get(CUSTOMERS + "/" + id).json().getString("company_name"));
    }

    @Test
    void withoutTheRightToInviteThereIsNoCustomerEither() {
        TypeOfUser creator = TypeOfUser.permitting("POST /v1/customers", "GET /v1/customers/*");
        Api api = World.person(creator.name()).api();

        Answer refused = api.postText(CUSTOMERS, inviting());

        assertEquals(403, refused.status());
        assertEquals("forbidden", refused.code());
        assertEquals("0", countByName());
        assertEquals(201, api.postText(CUSTOMERS, body("")).status());
    }

    @Test
    void nobodyInvitesAboveThemselves() {
        TypeOfUser creator = TypeOfUser.permitting(
                "POST /v1/customers", "GET /v1/customers/*", "POST /v1/admin/customers/*/invitations");

        Answer refused = World.person(creator.name()).api().postText(CUSTOMERS, inviting());

        assertEquals("rank_exceeded", refused.code());
        assertEquals("0", countByName());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/customer_type;{\"company_name\":\"A\"}",
                "/company_name;{\"customer_type\":\"PREPAID\"}",
                "/company_name;{\"customer_type\":\"PREPAID\",\"company_name\":null}",
                "/customer_type;{\"customer_type\":\"FREE\",\"company_name\":\"A\"}",
                "/status;{\"customer_type\":\"PREPAID\",\"company_name\":\"A\",\"status\":\"CLOSED\"}",
                "/suspension_reason;{\"customer_type\":\"PREPAID\",\"company_name\":\"A\",\"suspension_reason\":\"x\"}",
                "/ban;{\"customer_type\":\"PREPAID\",\"company_name\":\"A\",\"ban\":\"lower\"}",
                "/ban;{\"customer_type\":\"PREPAID\",\"company_name\":\"A\",\"ban\":\"A\\u0000\"}",
                "/contact/email;{\"customer_type\":\"PREPAID\",\"company_name\":\"A\",\"contact\":{\"email\":\"x\"}}",
                "/first_contact/email;{\"customer_type\":\"PREPAID\",\"company_name\":\"A\",\"first_contact\":{}}",
                "/first_contact/email;{\"customer_type\":\"PREPAID\",\"company_name\":\"A\",\"first_contact\":{\"email\":\"x\"}}",
                "/first_contact/role;{\"customer_type\":\"PREPAID\",\"company_name\":\"A\",\"first_contact\":{\"email\":\"a@b.example\",\"role\":\"USER\"}}"
            })
    void whatIsMissingOrCannotBeIsRefusedByItsPointer(String pointer, String body) {
        Answer refused = admin.postText(CUSTOMERS, body);

        assertEquals(422, refused.status(), refused.body());
        assertEquals(List.of(pointer), pointers(refused));
    }

    @Test
    void theSameRequestAgainIsOneCustomer() {
        Answer first = createOnce(admin, inviting());
        Answer again = createOnce(admin, inviting());

        assertEquals(id(first), id(again));
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(first.header("ETag"), again.header("ETag"));
        assertEquals("", first.header("Idempotency-Replayed"));
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals("1", countByName());
        assertEquals(
                "1", World.query("select count(*) from auth.user_invitations where customer_id = ?::uuid", id(first)));
        Answer other = createOnce(admin, body(",\"legal_name\":\"Other\""));
        assertEquals(422, other.status());
        assertEquals("idempotency_key_reused", other.code());
    }

    @Test
    void ofTheSameRequestManyTimesAtOnceThereIsOneCustomer() throws Exception {
        List<Answer> answers = AtOnce.call(IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(i -> () -> createOnce(admin, inviting()))
                .toList());

        assertEquals(1, answers.stream().map(OnboardingIT::id).distinct().count());
        assertEquals("1", countByName());
    }

    @Test
    void whatIsRefusedLeavesNoKeyAndAKeyIsItsCallersOwn() {
        Company taken = World.company();
        assertEquals(
                "ban_taken",
                createOnce(admin, body(",\"ban\":\"" + taken.ban() + "\"")).code());

        Answer mended = createOnce(admin, body(""));
        Answer ofAnother = createOnce(World.person("admin").api(), body(""));

        assertNotEquals(id(mended), id(ofAnother));
        assertFalse(mended.response().headers().map().containsKey("Idempotency-Replayed"));
        World.update(
                "update auth.platform_idempotency_keys set used_at = now() - interval '24 hours' where actor_id = ?",
                staff.id());
        assertNotEquals(id(mended), id(createOnce(admin, body(""))));
    }

    @Test
    void whoMayNoLongerSeeItIsNotShownItAgain() {
        String id = id(createOnce(admin, body("")));
        World.update("delete from auth.user_customer_access where customer_id = ?::uuid", id);

        assertEquals(404, createOnce(admin, body("")).status());
    }
}
