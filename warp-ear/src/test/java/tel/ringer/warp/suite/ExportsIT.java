package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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

/** Lists as files: the same rows as the list, in both formats, all of them or a broken answer. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ExportsIT {
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv;charset=utf-8;header=present";

    private final Company company = World.company();
    private final Api admin = World.member(company, "customer_admin", "OWNER").api();
    private final String people = "/v1/customers/" + company.id() + "/users";

    private static List<JsonObject> lines(Answer export) {
        assertEquals(200, export.status(), export.body());
        assertEquals(NDJSON, export.header("Content-Type"));
        assertTrue(export.body().isEmpty() || export.body().endsWith("}\n"), "each line ends");
        return export.body().lines().map(ExportsIT::json).toList();
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static List<Map<String, String>> rows(Answer export) {
        assertEquals(200, export.status(), export.body());
        assertEquals(CSV, export.header("Content-Type").replace(" ", ""));
        try (Stream<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(export.body()).stream()) {
            return rows.map(NamedCsvRecord::getFieldsAsMap).toList();
        }
    }

    private static List<JsonObject> items(Api api, String list) {
        return api.get(list).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    /** The rows of the list, in its order, in both formats. */
    private static void assertExportsTheList(Api api, String path, String query, String column) {
        List<JsonObject> items = items(api, path + "?limit=200&" + query);
        assertFalse(items.isEmpty());
        List<String> keys = items.stream().map(item -> item.getString(column)).toList();
        assertEquals(items, lines(api.get(path + "/export?" + query)));
        assertEquals(items, lines(api.get(path + "/export?format=ndjson&" + query)));
        assertEquals(
                keys,
                rows(api.get(path + "/export?format=csv&" + query)).stream()
                        .map(row -> row.get(column))
                        .toList());
    }

    @Test
    void theListOfCustomersIsExported() {
        Person person = World.person();
        for (String status : List.of("ACTIVE", "SUSPENDED", "SUSPENDED", "CLOSED")) {
            Company each = World.company();
            World.update("update accounts.customers set status = ? where id = ?", status, each.id());
            World.grant(person, each, "customer_admin", "USER");
        }
        Api api = person.api();

        for (String query : List.of("", "sort=-created_at", "status=SUSPENDED&sort=-ban", "type=POSTPAID", "q=T-")) {
            assertExportsTheList(api, "/v1/customers", query, "ban");
        }
        assertEquals(List.of(), lines(api.get("/v1/customers/export?q=nobody-is-called-so")));
        assertEquals(List.of(), rows(api.get("/v1/customers/export?format=csv&q=nobody-is-called-so")));
    }

    @Test
    void thePeopleOfACustomerAreExported() {
        World.member(company, "viewer", "USER");
        World.member(company, "billing", "ADMIN");

        assertExportsTheList(admin, people, "", "email");
        assertExportsTheList(admin, people, "role=ADMIN", "email");
        Map<String, String> row =
                rows(admin.get(people + "/export?format=csv&role=ADMIN")).get(0);
        assertEquals("billing", row.get("user_type_name"));
        assertEquals("ACTIVE", row.get("status"));
        assertEquals("false", row.get("platform_type"));
    }

    @Test
    void usersAreExported() {
        World.member(company, "viewer", "USER");
        Person staff = World.person("admin");
        World.grant(staff, company, null, "ADMIN");
        Api api = staff.api();

        assertExportsTheList(api, "/v1/admin/users", "", "email");
        assertExportsTheList(api, "/v1/admin/users", "user_type=admin", "email");
    }

    @Test
    void invitationsAreExported() {
        World.invite(admin, company, World.newEmail());
        JsonObject invited = World.invite(admin, company, World.newEmail());

        String query = "status=PENDING&customer_id=" + company.id();
        List<String> ids = items(admin, "/v1/admin/invitations?" + query).stream()
                .map(item -> item.getString("id"))
                .toList();
        assertEquals(
                ids,
                lines(admin.get("/v1/admin/invitations/export?" + query)).stream()
                        .map(line -> line.getString("id"))
                        .toList());
        List<Map<String, String>> rows = rows(admin.get("/v1/admin/invitations/export?format=csv&" + query));
        assertEquals(ids, rows.stream().map(row -> row.get("id")).toList());
        assertEquals(invited.getString("id"), rows.get(0).get("id"));
        assertEquals(company.ban(), rows.get(0).get("customer_ban"));
        assertFalse(rows.get(0).containsKey("history"));
    }

    @Test
    void aFileIsToBeSaved() {
        for (String name : List.of("/v1/customers", people, "/v1/admin/invitations")) {
            String file = name.substring(name.lastIndexOf('/') + 1);
            assertEquals(
                    "attachment; filename=\"" + file + ".ndjson\"",
                    admin.get(name + "/export").header("Content-Disposition"));
            assertEquals(
                    "attachment; filename=\"" + file + ".csv\"",
                    admin.get(name + "/export?format=csv").header("Content-Disposition"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b;c",
                "she said \"no\"",
                "two\nlines\r\nthree",
                "Ünïcödé İẞΣ 漢字 🦜",
                " blank ",
                "'quoted'",
                "\\N",
                "a\tb"
            })
    void whatIsInACellStaysTheSame(String name) {
        World.update("update accounts.customers set company_name = ? where id = ?", name, company.id());

        assertEquals(name, lines(admin.get("/v1/customers/export")).get(0).getString("company_name"));
        assertEquals(
                name, rows(admin.get("/v1/customers/export?format=csv")).get(0).get("company_name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "＝1", "'=1", "=cmd|' /C calc'!A0"})
    void noSpreadsheetComputesACell(String name) {
        World.update("update accounts.customers set company_name = ? where id = ?", name, company.id());

        assertEquals(name, lines(admin.get("/v1/customers/export")).get(0).getString("company_name"));
        assertEquals(
                "'" + name,
                rows(admin.get("/v1/customers/export?format=csv")).get(0).get("company_name"));
    }

    @Test
    void theWholeRecordOfACustomerHasColumns() {
        World.update(
                "update accounts.customers set current_balance = -12.5, contact_email = '=a@b.example' where id = ?",
                company.id());

        Map<String, String> row =
                rows(admin.get("/v1/customers/export?format=csv")).get(0);

        assertEquals("-12.5000", row.get("current_balance"));
        assertEquals("'=a@b.example", row.get("contact_email"));
        assertEquals("false", row.get("services_telecom_data_enabled"));
        assertEquals("{}", row.get("custom_fields"));
        assertEquals("", row.get("external_ids_hubspot_company_id"));
        assertTrue(row.keySet().containsAll(List.of("address_city", "payment_terms_days", "currency", "updated_at")));
    }

    @Test
    void nothingForeignIsExported() {
        Company foreign = World.company();
        Person stranger = World.member(foreign, "customer_admin", "OWNER");
        World.invite(stranger.api(), foreign, World.newEmail());

        for (String format : List.of("csv", "ndjson")) {
            for (String path : List.of(
                    "/v1/customers/export?format=" + format,
                    people + "/export?format=" + format,
                    "/v1/admin/invitations/export?format=" + format,
                    "/v1/admin/invitations/export?customer_id=" + foreign.id() + "&format=" + format,
                    "/v1/customers/export?q=" + foreign.ban() + "&format=" + format)) {
                String body = admin.get(path).body();
                for (String secret : List.of(foreign.id().toString(), foreign.ban(), stranger.email())) {
                    assertFalse(body.contains(secret), path);
                }
            }
        }
    }

    @Test
    void thePeopleOfAForeignCustomerAreThoseOfAnUnknownOne() {
        Answer foreign = admin.get("/v1/customers/" + World.company().id() + "/users/export");
        Answer unknown = admin.get("/v1/customers/" + UUID.randomUUID() + "/users/export");

        assertEquals(404, foreign.status());
        assertEquals(foreign.bodyWithoutRequestId(), unknown.bodyWithoutRequestId());
        assertEquals(404, admin.get("/v1/customers/export/users").status());
    }

    @Test
    void whoHasNoRightIsRefused() {
        Api viewer = World.member(company, "viewer", "USER").api();
        for (String path : List.of("/v1/admin/invitations/export", "/v1/admin/users/export")) {
            assertEquals(401, Api.anonymous().get(path).status());
            assertEquals(403, viewer.get(path).status());
        }
        for (String path : List.of("/v1/customers/export", people + "/export")) {
            assertEquals(401, Api.anonymous().get(path).status());
            assertEquals(403, World.person().api().get(path).status());
        }
        assertEquals(
                "{\"type\":\"urn:warp:problem:forbidden\",\"title\":\"Forbidden\",\"status\":403,\"code\":\"forbidden\","
                        + "\"detail\":\"You may not do this.\",}",
                viewer.getWith("/v1/admin/users/export?format=csv", Map.of("Accept", "text/csv"))
                        .bodyWithoutRequestId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"format=xlsx", "format=", "format=CSV", "limit=1", "cursor=x", "sort=x", "status=OPEN"})
    void aParameterThatIsUnknownOrOutOfRangeIsRefused(String query) {
        Answer answer = admin.get("/v1/customers/export?" + query);

        assertEquals(400, answer.status());
        assertEquals("invalid_parameter", answer.code());
        assertEquals("application/problem+json", answer.header("Content-Type"));
    }

    @Test
    void wordsInPathsAreNoIds() {
        Api staff = World.superAdmin().api();
        assertAll(
                () -> assertEquals(
                        200,
                        staff.get("/v1/customers/export?q=" + company.ban()).status()),
                () -> assertEquals(404, staff.get("/v1/customers/by-ban").status()),
                () -> assertEquals(404, staff.get("/v1/customers/by-ban/export").status()),
                () -> assertEquals(405, staff.delete("/v1/customers/export").status()),
                () -> assertEquals(405, staff.delete(people + "/export").status()));
    }

    @Test
    void moreThanAPageIsExportedOnceEach() {
        String tag = manyCustomers(2345);
        try {
            Api staff = World.superAdmin().api();
            for (String sort : List.of("company_name", "-created_at", "ban")) {
                String query = "q=" + tag + "&sort=" + sort;
                List<String> bans = lines(staff.get("/v1/customers/export?" + query)).stream()
                        .map(line -> line.getString("ban"))
                        .toList();
                assertEquals(2345, bans.stream().distinct().count());
                assertEquals(2345, bans.size());
                assertEquals(
                        bans,
                        rows(staff.get("/v1/customers/export?format=csv&" + query)).stream()
                                .map(row -> row.get("ban"))
                                .toList());
            }
        } finally {
            forget(tag);
        }
    }

    /** So many, with long names, and what they are found by. */
    private static String manyCustomers(int count) {
        String tag = "export" + UUID.randomUUID().toString().replace("-", "");
        World.update(
                """
                insert into accounts.customers (id, ban, company_name, legal_name, customer_type, status)
                select gen_random_uuid(), upper(left(?, 14)) || i, rpad(i || ' ', 190, 'name '), ?, 'POSTPAID', 'ACTIVE'
                from generate_series(1, ?) i
                """,
                tag,
                tag,
                count);
        return tag;
    }

    private static void forget(String tag) {
        World.update("delete from accounts.customers where legal_name = ?", tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson"})
    void whoLosesTheRightMidwayGetsNoMoreRowsAndABrokenAnswer(String format) throws IOException {
        String tag = manyCustomers(20_000);
        try {
            Person staff = World.superAdmin();
            String path = "/v1/customers/export?format=" + format + "&q=" + tag;
            assertTrue(isWhole(download(staff, path, () -> {})));

            String broken = download(
                    staff,
                    path,
                    () -> World.update("update auth.users set status = 'INACTIVE' where id = ?", staff.id()));

            assertTrue(broken.startsWith("HTTP/1.1 200"), broken.substring(0, 20));
            assertTrue(broken.contains("POSTPAID"));
            assertFalse(isWhole(broken), "a client can tell");
        } finally {
            forget(tag);
        }
    }

    /** Whether the last chunk has come. */
    private static boolean isWhole(String answer) {
        return answer.endsWith("\r\n0\r\n\r\n");
    }

    /** As a client that reads slowly: what happens meanwhile happens after the first bytes and before the last. */
    private static String download(Person person, String path, Runnable meanwhile) throws IOException {
        String token = person.signIn().getString("access_token");
        URI server = Api.anonymous().server();
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            InputStream answer = socket.getInputStream();
            all.writeBytes(answer.readNBytes(2000));
            meanwhile.run();
            try {
                answer.transferTo(all);
            } catch (SocketException reset) {
                return all.toString(StandardCharsets.UTF_8);
            }
            return all.toString(StandardCharsets.UTF_8);
        }
    }
}
