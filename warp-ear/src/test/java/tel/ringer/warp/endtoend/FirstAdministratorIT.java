package tel.ringer.warp.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.migration.FreshDatabase;

/** How somebody gets into an installation in which there is nobody, and that nobody gets in so again. */
class FirstAdministratorIT {
    private static final String FIRST = "first@operator.example";
    private static final String NEXT = "next@operator.example";
    private static final String WAITS = "This installation waits for its first administrator";

    private static Map<String, String> settings(FreshDatabase database, String administrator) {
        return Map.of("WARP_DB_URL", database.url(), "WARP_FIRST_ADMINISTRATOR", administrator);
    }

    private static Answer signIn(Api node, String email, String subject) {
        return node.exchange(
                PartsForTests.identityProvider().idToken(Map.of("sub", subject, "email", email, "name", "First")));
    }

    private static void assertRefused(String code, Answer answer) {
        assertEquals(403, answer.status(), answer.body());
        assertEquals(code, answer.code());
    }

    private static List<String> holders(FreshDatabase database) throws SQLException {
        return database.query(
                """
                select u.email from auth.users u join auth.user_type_permissions p on p.user_type_id = u.user_type_id
                where p.http_method = '*' and p.resource_path = '*'
                """);
    }

    @Test
    void thereIsOneFirstAdministratorWhicheverNodeTheyComeToAndNoneAfterwards() throws Exception {
        try (FreshDatabase database = FreshDatabase.create()) {
            try (Nodes nodes = Nodes.start(2, settings(database, "First@Operator.example"))) {
                assertTrue(nodes.logs().contains(WAITS), "nobody is there");
                assertRefused("not_invited", signIn(nodes.first(), NEXT, "next"));
                assertOneOfManyIsAppointed(nodes, database);
                assertRefused("not_invited", signIn(nodes.second(), NEXT, "next"));
            }
            database.execute("update auth.users set status = 'INACTIVE'");
            try (Nodes nodes = Nodes.start(1, settings(database, NEXT))) {
                assertRefused("not_invited", signIn(nodes.first(), NEXT, "next"));
                assertRefused("account_inactive", signIn(nodes.first(), FIRST, "somebody else"));
                assertEquals(List.of(FIRST), holders(database));
                assertFalse(nodes.logs().contains(WAITS), "somebody is there");
            }
        }
    }

    private static void assertOneOfManyIsAppointed(Nodes nodes, FreshDatabase database) throws Exception {
        List<Answer> answers = AtOnce.call(IntStream.range(0, 12)
                .<Callable<Answer>>mapToObj(
                        i -> () -> signIn(i % 2 == 0 ? nodes.first() : nodes.second(), FIRST, "subject-" + i % 3))
                .toList());

        List<Answer> in =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertEquals(4, in.size(), answers.toString());
        answers.stream()
                .filter(answer -> answer.status() != 200)
                .forEach(answer -> assertEquals("identity_conflict", answer.code()));
        assertEquals(List.of(FIRST), holders(database));
        assertEquals(
                List.of("{\"user_type_after\": \"superAdmin\", \"user_type_before\": \"\"}"),
                database.query("select details from audit.events where action = 'user.first_administrator_appointed'"));
        Api administrator = nodes.second().as(in.get(0).json().getString("access_token"));
        assertEquals(200, administrator.get("/v1/admin/isolation-report").status());
    }

    @Test
    void theLogSaysWhomAnInstallationWaitsFor() throws Exception {
        try (Place place = Place.fresh()) {
            Map<String, String> settings = new HashMap<>(place.ports());
            settings.put("WARP_RUN_DEMO", "false");
            settings.put("WARP_FIRST_ADMINISTRATOR", World.newEmail());
            try (RunnerProcess runner = RunnerProcess.start(place.folder(), settings)) {
                Banner banner = runner.awaitReady();
                assertTrue(runner.says(WAITS), runner.output());
                assertEquals(
                        200,
                        new Guest(banner, settings.get("WARP_FIRST_ADMINISTRATOR"))
                                .exchange()
                                .status());
                runner.stop();
            }
        }
    }
}
