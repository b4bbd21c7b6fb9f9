package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.World;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class IsolationReportIT {
    private static final String PATH = "/v1/admin/isolation-report";
    private static final String LINE = "%-32s %-13s %-7s %-44s %-6s %-9s %s%n";

    @Test
    void everyTableIsConfined() {
        World.member(World.company(), "viewer", "USER");

        Answer answer = World.superAdmin().api().get(PATH);

        assertEquals(200, answer.status());
        JsonObject report = answer.json();
        print(report);
        assertTrue(report.getBoolean("healthy"), report.toString());
        assertEquals("warp_app", report.getJsonObject("login_role").getString("name"));
        Set<String> names =
                objects(report, "tables").map(table -> table.getString("name")).collect(Collectors.toSet());
        assertTrue(
                names.containsAll(Set.of(
                        "accounts.customers",
                        "audit.events",
                        "auth.user_customer_access",
                        "auth.user_invitation_tokens",
                        "auth.user_invitations",
                        "auth.users",
                        "notification.mail_events",
                        "notification.outbox")),
                names.toString());
    }

    @Test
    void theProbesRanAndSawNothing() {
        World.member(World.company(), "viewer", "USER");
        JsonObject customers = objects(World.superAdmin().api().get(PATH).json(), "tables")
                .filter(table -> table.getString("name").equals("accounts.customers"))
                .findFirst()
                .orElseThrow();

        for (String claims : List.of("unset", "stranger")) {
            JsonObject probe = customers.getJsonObject(claims);
            assertEquals(0, probe.getInt("rows_seen"));
            assertEquals("refused", probe.getString("insert"));
        }
        assertEquals("accounts.customers_pk", customers.getString("serving_index"));
    }

    @Test
    void nobodySeesItWithoutSigningIn() {
        assertEquals(401, Api.anonymous().get(PATH).status());
    }

    @Test
    void whoHasNoRightIsRefused() {
        assertEquals(403, World.person().api().get(PATH).status());
    }

    @Test
    void anAdminWhoDoesNotHoldEverythingIsRefused() {
        Answer answer = World.person("admin").api().get(PATH);

        assertEquals(403, answer.status());
        assertEquals("forbidden", answer.code());
    }

    private static void print(JsonObject report) {
        JsonObject login = report.getJsonObject("login_role");
        System.out.printf("%nIsolation report of %s%n", report.getString("generated_at"));
        System.out.printf("login role %s: %s%n%n", login.getString("name"), verdict(login));
        System.out.printf(LINE, "table", "row security", "forced", "index", "unset", "stranger", "verdict");
        objects(report, "tables").forEach(IsolationReportIT::printTable);
        System.out.printf(
                "%n%-32s %-21s %-44s %-6s %-9s %s%n",
                "view", "security barrier", "reads", "unset", "stranger", "verdict");
        objects(report, "views")
                .forEach(view -> System.out.printf(
                        "%-32s %-21s %-44s %-6s %-9s %s%n",
                        view.getString("name"),
                        view.getBoolean("security_barrier"),
                        texts(view.getJsonArray("tenant_tables")),
                        seen(view, "unset_sees"),
                        seen(view, "stranger_sees"),
                        verdict(view)));
        System.out.printf("%nfunctions with another role's rights%n");
        objects(report, "functions")
                .forEach(function -> System.out.printf("%-32s %s%n", function.getString("name"), verdict(function)));
        System.out.println();
    }

    private static void printTable(JsonObject table) {
        System.out.printf(
                LINE,
                table.getString("name"),
                table.getBoolean("row_security"),
                table.getBoolean("forced"),
                table.getString("serving_index", "-"),
                seen(table.getJsonObject("unset"), "rows_seen"),
                seen(table.getJsonObject("stranger"), "rows_seen"),
                verdict(table));
        objects(table, "verbs").forEach(verb -> System.out.printf("    %-7s %s%n", verb.getString("name"), cell(verb)));
    }

    private static String seen(JsonObject probe, String rows) {
        return probe.containsKey(rows) ? probe.get(rows).toString() : "refused";
    }

    private static String cell(JsonObject verb) {
        if (!verb.getBoolean("privilege")) {
            return "no privilege";
        }
        JsonArray policies = verb.getJsonArray("policies");
        return policies.isEmpty() ? "no policy" : texts(policies);
    }

    private static String verdict(JsonObject inspected) {
        JsonArray reasons = inspected.getJsonArray("reasons");
        return reasons.isEmpty() ? "OK" : "RED: " + texts(reasons);
    }

    private static String texts(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.joining(", "));
    }

    private static Stream<JsonObject> objects(JsonObject parent, String name) {
        return parent.getJsonArray(name).stream().map(JsonValue::asJsonObject);
    }
}
