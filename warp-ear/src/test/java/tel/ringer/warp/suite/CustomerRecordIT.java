package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** The record of a customer: who changes which of its fields, and to what. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CustomerRecordIT {
    private static final String EVERYTHING =
            """
            {"company_name": "Acme Voice", "legal_name": "Acme Voice, Inc.",
             "contact": {"name": "Zoë Q", "email": "Zoe@acme.example", "phone": "+14155550123"},
             "address": {"line1": "1 Main St", "city": "Reno", "state": "NV", "zip": "89501", "country": "US"},
             "preferences": {"time_zone": "America/Los_Angeles", "locale": "en-us"},
             "services": {"voice": true, "telecom_data": {"enabled": true, "types": ["LRN", "DNO"]}},
             "kyc": {"status": "VERIFIED", "reference": "case 7", "verified_on": "2026-01-31"},
             "business": {"registration_number": "C123", "tax_id": "12-3456789", "industry": "VoIP", "website": "https://acme.example/"},
             "external_ids": {"hubspot_company_id": "77", "netsuite_customer_id": "N-1", "salesforce_account_id": "001xx"},
             "custom_fields": {"tier": "gold", "score": 4.50, "vip": true},
             "currency": "EUR", "credit_limit": "1000.5", "current_balance": "-12.3456", "prepaid_balance": "0",
             "payment_terms_days": 45, "billing_cycle": "QUARTERLY"}""";

    private final Company company = World.company();
    private final String path = "/v1/customers/" + company.id();
    private final Api staff = staffOf(company).api();
    private final Api owner = World.member(company, "customer_admin", "OWNER").api();

    private static Person staffOf(Company company) {
        Person staff = World.person("admin");
        World.grant(staff, company, null, "ADMIN");
        return staff;
    }

    private Answer change(Api api, String body) {
        return api.patchIfMatch(path, "*", body);
    }

    private static List<String> pointers(Answer answer) {
        return answer.json().getJsonArray("errors").stream()
                .map(JsonValue::asJsonObject)
                .map(error -> error.getString("pointer"))
                .toList();
    }

    @Test
    void aNewRecordHasItsInitialValues() {
        Answer answer = owner.get(path);

        assertEquals("\"0\"", answer.header("ETag"));
        JsonObject json = answer.json();
        assertEquals("USD", json.getString("currency"));
        assertEquals(30, json.getInt("payment_terms_days"));
        assertEquals("MONTHLY", json.getString("billing_cycle"));
        assertEquals("{}", json.getJsonObject("contact").toString());
        assertEquals("{}", json.getJsonObject("custom_fields").toString());
        assertEquals("NOT_STARTED", json.getJsonObject("kyc").getString("status"));
        assertEquals(
                "{\"messaging\":false,\"telecom_data\":{\"enabled\":false,\"types\":[]},\"voice\":false}",
                json.getJsonObject("services").toString());
        assertFalse(json.containsKey("credit_limit") || json.containsKey("created_by"), answer.body());
        Answer byBan = owner.get("/v1/customers/by-ban/" + company.ban());
        assertEquals(answer.body(), byBan.body());
        assertEquals("\"0\"", byBan.header("ETag"));
    }

    @Test
    void theCarrierChangesEveryFieldButBanAndType() {
        Answer changed = change(staff, EVERYTHING);

        assertEquals(200, changed.status(), changed.body());
        assertEquals("\"1\"", changed.header("ETag"));
        assertEquals(changed.body(), owner.get(path).body());
        JsonObject json = changed.json();
        assertEquals("Acme Voice", json.getString("company_name"));
        assertEquals("+14155550123", json.getJsonObject("contact").getString("phone"));
        assertEquals("NV", json.getJsonObject("address").getString("state"));
        assertEquals("en-US", json.getJsonObject("preferences").getString("locale"));
        assertEquals(
                "{\"messaging\":false,\"telecom_data\":{\"enabled\":true,\"types\":[\"LRN\",\"DNO\"]},\"voice\":true}",
                json.getJsonObject("services").toString());
        assertEquals("2026-01-31", json.getJsonObject("kyc").getString("verified_on"));
        assertEquals("12-3456789", json.getJsonObject("business").getString("tax_id"));
        assertEquals("001xx", json.getJsonObject("external_ids").getString("salesforce_account_id"));
        assertEquals("{\"score\":4.50,\"tier\":\"gold\",\"vip\":true}", sorted(json.getJsonObject("custom_fields")));
        assertEquals("1000.5000", json.getString("credit_limit"));
        assertEquals("-12.3456", json.getString("current_balance"));
        assertEquals("0.0000", json.getString("prepaid_balance"));
        assertEquals("QUARTERLY", json.getString("billing_cycle"));
        assertNotEquals(json.getString("created_at"), json.getString("updated_at"));
        assertEquals(36, json.getString("updated_by").length());
    }

    private static String sorted(JsonObject json) {
        return json.keySet().stream()
                .sorted()
                .map(name -> "\"" + name + "\":" + json.get(name))
                .toList()
                .toString()
                .replace(", ", ",")
                .replace('[', '{')
                .replace(']', '}');
    }

    @Test
    void groupsAreMergedAndNullTakesAway() {
        change(staff, EVERYTHING);

        JsonObject json = change(
                        staff,
                        """
                        {"contact": {"phone": null, "name": "Robin"}, "address": null, "services": {"telecom_data": {"types": ["LERG"]}},
                         "custom_fields": {"tier": null, "note": "x"}, "credit_limit": null, "payment_terms_days": null}""")
                .json();

        assertEquals(
                "{\"email\":\"Zoe@acme.example\",\"name\":\"Robin\"}",
                json.getJsonObject("contact").toString());
        assertEquals("{}", json.getJsonObject("address").toString());
        assertEquals(
                "{\"messaging\":false,\"telecom_data\":{\"enabled\":true,\"types\":[\"LERG\"]},\"voice\":true}",
                json.getJsonObject("services").toString());
        assertEquals("{\"note\":\"x\",\"score\":4.50,\"vip\":true}", sorted(json.getJsonObject("custom_fields")));
        assertFalse(json.containsKey("credit_limit"));
        assertEquals(30, json.getInt("payment_terms_days"));
        assertEquals("EUR", json.getString("currency"));
    }

    @Test
    void aPatchThatChangesNothingLeavesTheRevision() {
        change(staff, EVERYTHING);

        Answer same = change(staff, EVERYTHING);
        Answer empty = change(owner, "{\"contact\":{}}");

        assertEquals("\"1\"", same.header("ETag"));
        assertEquals("\"1\"", empty.header("ETag"));
        assertEquals(1, audited("customer.changed"));
    }

    @Test
    void aCustomersOwnPeopleKeepContactAddressAndPreferences() {
        Answer changed = change(
                owner,
                "{\"contact\":{\"name\":\"Olu\"},\"address\":{\"city\":\"Lagos\"},\"preferences\":{\"time_zone\":\"Africa/Lagos\"}}");

        assertEquals(200, changed.status(), changed.body());
        assertEquals("Olu", changed.json().getJsonObject("contact").getString("name"));
    }

    @Test
    void whatTheCarrierDecidesIsRefusedToThemFieldByField() {
        Answer refused = change(
                owner,
                "{\"contact\":{\"name\":\"Olu\"},\"status\":\"ACTIVE\",\"credit_limit\":\"1\",\"external_ids\":{\"hubspot_company_id\":\"1\"},\"custom_fields\":{\"a\":1},\"services\":null,\"kyc\":{}}");

        assertEquals(422, refused.status());
        assertEquals("field_not_permitted", refused.code());
        assertEquals(
                List.of(
                        "/credit_limit",
                        "/custom_fields/a",
                        "/external_ids/hubspot_company_id",
                        "/kyc",
                        "/services",
                        "/status"),
                pointers(refused).stream().sorted().toList());
        assertEquals("{}", owner.get(path).json().getJsonObject("contact").toString());
        assertEquals("\"0\"", owner.get(path).header("ETag"));
    }

    @Test
    void theRightToEveryFieldIsOneOfACustomer() {
        Company other = World.company();
        Person person = staffOf(other);
        World.grant(person, company, "customer_admin", "OWNER");
        Api api = person.api();

        assertEquals(422, change(api, "{\"company_name\":\"Mine\"}").status());
        assertEquals(
                200,
                api.patchIfMatch("/v1/customers/" + other.id(), "*", "{\"company_name\":\"Theirs\"}")
                        .status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/ban;{\"ban\":\"NEW-1\"}",
                "/customer_type;{\"customer_type\":\"PREPAID\"}",
                "/id;{\"id\":\"x\"}",
                "/company_name;{\"company_name\":null}",
                "/company_name;{\"company_name\":\"  \"}",
                "/company_name;{\"company_name\":7}",
                "/company_name;{\"company_name\":{\"a\":{}}}",
                "/company_name;{\"company_name\":\"a\\nb\"}",
                "/legal_name;{\"legal_name\":\"a\\u0000b\"}",
                "/legal_name;{\"legal_name\":\"a\\ud800b\"}",
                "/contact;{\"contact\":\"x\"}",
                "/contact/fax;{\"contact\":{\"fax\":\"1\"}}",
                "/contact/email;{\"contact\":{\"email\":\"nobody\"}}",
                "/contact/phone;{\"contact\":{\"phone\":\"0123456789\"}}",
                "/contact/name;{\"contact\":{\"name\":\"a\\u0000b\"}}",
                "/address/country;{\"address\":{\"country\":\"XX\"}}",
                "/address/zip;{\"address\":{\"zip\":\"123456789012345678901\"}}",
                "/preferences/time_zone;{\"preferences\":{\"time_zone\":\"Mars/Olympus\"}}",
                "/preferences/locale;{\"preferences\":{\"locale\":\"english please\"}}",
                "/services/voice;{\"services\":{\"voice\":\"yes\"}}",
                "/services/telecom_data/types;{\"services\":{\"telecom_data\":{\"types\":[1]}}}",
                "/services/telecom_data;{\"services\":{\"telecom_data\":true}}",
                "/kyc/status;{\"kyc\":{\"status\":\"DONE\"}}",
                "/kyc/verified_on;{\"kyc\":{\"verified_on\":\"yesterday\"}}",
                "/business/website;{\"business\":{\"website\":\"javascript:alert(1)\"}}",
                "/external_ids/hubspot_company_id;{\"external_ids\":{\"hubspot_company_id\":\"a b\"}}",
                "/custom_fields/a;{\"custom_fields\":{\"a\":{\"b\":{}}}}",
                "/custom_fields/a;{\"custom_fields\":{\"a\":[1]}}",
                "/custom_fields/a;{\"custom_fields\":{\"a\":1e400}}",
                "/custom_fields/a~1b;{\"custom_fields\":{\"a/b\":1}}",
                "/currency;{\"currency\":\"XXX\"}",
                "/credit_limit;{\"credit_limit\":12.5}",
                "/credit_limit;{\"credit_limit\":\"-1\"}",
                "/credit_limit;{\"credit_limit\":\"1.00001\"}",
                "/credit_limit;{\"credit_limit\":\"1e3\"}",
                "/current_balance;{\"current_balance\":\"1000000000000000\"}",
                "/payment_terms_days;{\"payment_terms_days\":366}",
                "/payment_terms_days;{\"payment_terms_days\":1.5}",
                "/payment_terms_days;{\"payment_terms_days\":1e9999}",
                "/billing_cycle;{\"billing_cycle\":\"DAILY\"}",
                "/status;{\"status\":\"GONE\"}",
                "/status;{\"status\":null}",
                "/suspension_reason;{\"status\":\"SUSPENDED\"}",
                "/suspension_reason;{\"suspension_reason\":\"because\"}"
            })
    void whatAFieldCannotHoldIsRefusedByItsPointer(String pointer, String body) {
        Answer refused = change(staff, body);

        assertEquals(422, refused.status(), refused.body());
        assertEquals("invalid_body", refused.code());
        assertEquals(
                pointer,
                pointers(refused)
                        .get(0)
                        .substring(
                                0,
                                Math.min(
                                        pointer.length(),
                                        pointers(refused).get(0).length())));
        assertEquals("\"0\"", staff.get(path).header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"company_name\":\"a\",\"company_name\":\"b\"}",
                "[]",
                "{",
                "null",
                "{\"custom_fields\":{\"a\":1e99999999999}}"
            })
    void whatIsNoMergePatchOfAnObjectIsMalformed(String body) {
        assertEquals(400, change(staff, body).status());
    }

    @Test
    void thereAreUpToFiftyCustomFields() {
        StringBuilder fifty = new StringBuilder("\"f0\":0");
        for (int i = 1; i < 50; i++) {
            fifty.append(",\"f").append(i).append("\":").append(i);
        }

        assertEquals(200, change(staff, "{\"custom_fields\":{" + fifty + "}}").status());
        Answer more = change(staff, "{\"custom_fields\":{\"one_more\":1}}");
        assertEquals(422, more.status());
        assertEquals(List.of("/custom_fields"), pointers(more));
        assertEquals(
                200,
                change(staff, "{\"custom_fields\":{\"one_more\":1,\"f0\":null}}")
                        .status());
    }

    @Test
    void whoHasNotReadWhatTheyChangeIsRefused() {
        String body = "{\"contact\":{\"name\":\"Olu\"}}";

        Answer unconditional = owner.callWith("PATCH", path, Map.of(), Optional.of(body));
        Answer malformed = owner.patchIfMatch(path, "0", body);
        assertEquals(200, owner.patchIfMatch(path, "\"0\"", body).status());
        Answer outdated = owner.patchIfMatch(path, "\"0\"", body);

        assertEquals(428, unconditional.status());
        assertEquals(400, malformed.status());
        assertEquals(412, outdated.status());
        assertEquals(
                "{\"type\":\"urn:warp:problem:precondition_failed\",\"title\":\"Precondition Failed\",\"status\":412,"
                        + "\"code\":\"precondition_failed\",\"detail\":\"Somebody else has changed this. Read it again.\",}",
                outdated.bodyWithoutRequestId());
    }

    @Test
    void ofThoseWhoChangeTheSameStateOneIsFaster() throws Exception {
        Callable<Integer> change =
                () -> owner.patchIfMatch(path, "\"0\"", "{\"contact\":{\"name\":\"" + UUID.randomUUID() + "\"}}")
                        .status();

        List<Integer> statuses = AtOnce.call(Collections.nCopies(8, change));

        assertEquals(1, Collections.frequency(statuses, 200), statuses.toString());
        assertEquals(7, Collections.frequency(statuses, 412), statuses.toString());
    }

    @Test
    void noneOfManyUnconditionalChangesIsLost() throws Exception {
        List<Callable<Integer>> changes = List.of("a", "b", "c", "d", "e", "f").stream()
                .<Callable<Integer>>map(name -> () -> change(staff, "{\"custom_fields\":{\"" + name + "\":1}}")
                        .status())
                .toList();

        assertEquals(Collections.nCopies(6, 200), AtOnce.call(changes));
        assertEquals(6, staff.get(path).json().getJsonObject("custom_fields").size());
        assertEquals("\"6\"", staff.get(path).header("ETag"));
    }

    @Test
    void theStatusMovesAndClosedIsTheEnd() {
        Answer suspended = change(staff, "{\"status\":\"SUSPENDED\",\"suspension_reason\":\"Unpaid\"}");
        assertEquals("Unpaid", suspended.json().getString("suspension_reason"));
        assertEquals(
                "customer_suspended",
                change(owner, "{\"contact\":{\"name\":\"Olu\"}}").code());
        assertEquals(List.of("/suspension_reason"), pointers(change(staff, "{\"suspension_reason\":null}")));
        Answer trial = change(staff, "{\"status\":\"TRIAL\"}");
        assertEquals("TRIAL", trial.json().getString("status"));
        assertFalse(trial.json().containsKey("suspension_reason"));
        assertEquals(200, change(staff, "{\"status\":\"ACTIVE\"}").status());
        assertEquals(200, change(staff, "{\"status\":\"CLOSED\"}").status());

        for (String body : List.of("{\"status\":\"ACTIVE\"}", "{\"contact\":{\"name\":\"Olu\"}}", "{}")) {
            Answer refused = change(staff, body);
            assertEquals(409, refused.status(), body);
            assertEquals("customer_closed", refused.code());
        }
        assertEquals("CLOSED", staff.get(path).json().getString("status"));
    }

    @Test
    void theAuditTellsWhatWasAndIsButNotOfPeople() {
        change(staff, EVERYTHING);
        change(staff, "{\"status\":\"SUSPENDED\",\"suspension_reason\":\"Unpaid\",\"credit_limit\":\"2\"}");

        assertEquals(
                "changed 1000.5000 2.0000",
                World.query(
                        """
                        select min(details->>'contact.email') || ' ' || max(details->>'credit_limit_before') || ' '
                          || max(details->>'credit_limit_after') from audit.events
                        where action = 'customer.changed' and customer_id = ?""",
                        company.id()));
        assertEquals(
                "{\"reason\": \"Unpaid\", \"status_after\": \"SUSPENDED\", \"status_before\": \"ACTIVE\"}",
                World.query(
                        "select details::text from audit.events where action = 'customer.status_changed' and customer_id = ?",
                        company.id()));
        assertEquals(
                "0",
                World.query(
                        "select count(*) from audit.events where customer_id = ? and details::text ilike '%zoe%'",
                        company.id()));
    }

    private int audited(String action) {
        return Integer.parseInt(World.query(
                "select count(*) from audit.events where action = ? and customer_id = ?", action, company.id()));
    }

    @Test
    void whoMayOnlyReadChangesNothing() {
        Api viewer = World.member(company, "viewer", "USER").api();

        Answer refused = change(viewer, "{\"contact\":{\"name\":\"Vic\"}}");

        assertEquals(403, refused.status());
        assertEquals(401, change(Api.anonymous(), "{}").status());
        assertEquals("\"0\"", owner.get(path).header("ETag"));
    }

    @Test
    void aForeignCustomerAnswersAsOneThatDoesNotExist() {
        Company foreign = World.company();
        for (String ifMatch : List.of("*", "\"0\"", "\"9\"")) {
            for (String body :
                    List.of("{\"contact\":{\"name\":\"Olu\"}}", "{\"status\":\"CLOSED\"}", "{\"ban\":\"X\"}")) {
                Answer answer = owner.patchIfMatch("/v1/customers/" + foreign.id(), ifMatch, body);
                assertEquals(404, answer.status(), body);
                assertEquals(
                        owner.patchIfMatch("/v1/customers/" + UUID.randomUUID(), ifMatch, body)
                                .bodyWithoutRequestId(),
                        answer.bodyWithoutRequestId());
            }
        }
        assertEquals("0", World.query("select version from accounts.customers where id = ?", foreign.id()));
    }

    @Test
    void aRenamedCustomerMovesInTheListsOfItsPeople() {
        Person person = World.person();
        World.grant(person, company, "viewer", "USER");
        World.grant(person, World.company(), "viewer", "USER");
        change(staff, "{\"company_name\":\"aaa first\"}");

        String first = person.api()
                .get("/v1/customers")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("company_name");

        assertEquals("aaa first", first);
    }
}
