package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.TypeOfUser;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;
import tel.ringer.warp.runner.LocalDatabase;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class JobsIT {
    private static final String JOBS = "/v1/admin/jobs";

    private final Person superAdmin = World.superAdmin();
    private final Api boss = superAdmin.api();

    private JsonObject runOnce(String job) {
        Instant asked = Instant.now();
        Await.untilTrue(
                job + " to start", () -> boss.post(JOBS + "/" + job + "/run").status() == 202);
        return Await.until(job + " to end", () -> runs(job)
                .filter(run -> run.getString("trigger").equals("PERSON"))
                .filter(run -> asked.isBefore(Instant.parse(run.getString("started_at"))))
                .filter(run -> !run.getString("status").equals("RUNNING"))
                .findFirst());
    }

    private Stream<JsonObject> runs(String job) {
        return boss.get(JOBS + "/" + job).json().getJsonArray("runs").stream().map(JsonValue::asJsonObject);
    }

    private Optional<JsonObject> latest(String job) {
        return runs(job).findFirst();
    }

    @Test
    void eachJobIsListedWithItsSchedule() {
        Answer answer = boss.get(JOBS);

        assertEquals(200, answer.status());
        List<JsonObject> jobs = answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
        List<String> names = jobs.stream().map(job -> job.getString("name")).toList();
        assertTrue(
                names.containsAll(List.of(
                        "audit-partitions",
                        "erasure-sweep",
                        "idempotency-cleanup",
                        "invitation-bulk",
                        "invitation-cleanup",
                        "invitation-expiry",
                        "invitation-reminder",
                        "mail-delivery",
                        "rate-limit-cleanup",
                        "session-cleanup")),
                names.toString());
        assertEquals(names.stream().sorted().toList(), names);
        assertEquals(
                "daily at 02:20 UTC",
                jobs.get(names.indexOf("audit-partitions")).getString("schedule"));
        assertEquals("every PT0.2S", jobs.get(names.indexOf("mail-delivery")).getString("schedule"));
    }

    @Test
    void aJobThatIsStartedRunsAndIsWrittenDown() {
        JsonObject run = runOnce("audit-partitions");

        assertEquals("DONE", run.getString("status"));
        assertTrue(run.getString("node").contains("/"), run.toString());
        assertTrue(run.getInt("duration_ms") >= 0);
        assertTrue(run.getInt("handled") >= 0);
        assertFalse(run.containsKey("error"));
        assertEquals(
                "user:" + superAdmin.id(),
                World.query(
                        "select actor from audit.events where action = 'job.started' and actor_id = ? and details ->> 'job' = 'audit-partitions'",
                        superAdmin.id()));
    }

    @Test
    void aJobThatRunsIsNotStartedAgain() throws Exception {
        try (Connection connection = PartsForTests.database().connectAs(LocalDatabase.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(x'4a4f4253'::int, hashtext('session-cleanup'))");

            Answer refused = boss.post(JOBS + "/session-cleanup/run");

            assertEquals(409, refused.status());
            assertEquals("job_running", refused.code());
            assertTrue(boss.get(JOBS + "/session-cleanup").json().getBoolean("running"));
        }
        Await.untilTrue(
                "the lock to be free",
                () -> !boss.get(JOBS + "/session-cleanup").json().getBoolean("running"));
    }

    @Test
    void aRunThatItsNodeDiedOverIsToldApart() {
        World.update(
                "insert into platform.job_runs (id, job, node, trigger, started_at) values (gen_random_uuid(), 'invitation-cleanup', 'gone/1', 'SCHEDULE', now() + interval '1 second')");

        assertEquals("BROKEN_OFF", latest("invitation-cleanup").orElseThrow().getString("status"));
    }

    /** Frequent jobs go on by schedule beside a run that somebody started. */
    @Test
    void aRunThatGoesOnIsToldFromTheLaterOnesThatEnded() throws Exception {
        World.update(
                """
                insert into platform.job_runs (id, job, node, trigger, started_at, finished_at) values
                  (gen_random_uuid(), 'session-cleanup', 'here/1', 'PERSON', now() + interval '1 hour', null),
                  (gen_random_uuid(), 'session-cleanup', 'here/1', 'SCHEDULE', now() + interval '2 hours', now() + interval '3 hours')""");
        try (Connection connection = PartsForTests.database().connectAs(LocalDatabase.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(x'4a4f4253'::int, hashtext('session-cleanup'))");

            assertEquals(
                    List.of("DONE", "RUNNING"),
                    boss.get(JOBS + "/session-cleanup").json().getJsonArray("runs").stream()
                            .limit(2)
                            .map(run -> run.asJsonObject().getString("status"))
                            .toList());
        } finally {
            World.update("delete from platform.job_runs where job = 'session-cleanup' and node = 'here/1'");
        }
    }

    @Test
    void theLatestRunsAreKeptAndNoMore() {
        World.update(
                """
                insert into platform.job_runs (id, job, node, trigger, started_at, finished_at)
                select gen_random_uuid(), 'rate-limit-cleanup', 'old/1', 'PERSON', now() - interval '1 day', now() from generate_series(1, 30)""");

        runOnce("rate-limit-cleanup");

        assertEquals(
                20,
                boss.get(JOBS + "/rate-limit-cleanup").json().getJsonArray("runs").stream()
                        .filter(run -> run.asJsonObject().getString("trigger").equals("PERSON"))
                        .count());
        assertEquals(
                "20",
                World.query(
                        "select count(*) from platform.job_runs where job = 'rate-limit-cleanup' and trigger = 'PERSON'"));
    }

    @Test
    void aFrequentJobIsWrittenDownWhenItHadSomethingToDo() {
        Company company = World.company();
        String email = World.newEmail();
        World.invite(World.member(company, "customer_admin", "OWNER").api(), company, email);
        World.tokenMailedTo(email);

        JsonObject run = Await.until("a run that sent mails", () -> runs("mail-delivery")
                .filter(each -> each.getInt("handled") > 0)
                .findFirst());

        assertEquals("SCHEDULE", run.getString("trigger"));
    }

    @Test
    void keysThatAreFreeAgainAreRemoved() {
        Company company = World.company();
        World.update(
                """
                insert into auth.idempotency_keys (customer_id, actor_id, key_hash, operation, fingerprint, used_at)
                select ?, ?, sha256(convert_to(age::text, 'UTF8')), 'test', sha256(''), now() - age * interval '1 hour'
                from unnest(array[1, 23, 25, 100]) as a (age)""",
                company.id(),
                superAdmin.id());

        assertTrue(runOnce("idempotency-cleanup").getInt("handled") >= 2);
        assertEquals(
                "2", World.query("select count(*) from auth.idempotency_keys where customer_id = ?", company.id()));
    }

    @Test
    void whoIsNotKnownIsRefused() {
        assertEquals(401, Api.anonymous().get(JOBS).status());
        assertEquals(401, Api.anonymous().post(JOBS + "/session-cleanup/run").status());
    }

    @Test
    void whoMayNotIsRefusedAlikeForAnyName() {
        Api admin = World.member(World.company(), "customer_admin", "OWNER").api();

        Answer known = admin.post(JOBS + "/session-cleanup/run");
        Answer unknown = admin.post(JOBS + "/no-such-job/run");

        assertEquals(403, known.status());
        assertEquals(known.bodyWithoutRequestId(), unknown.bodyWithoutRequestId());
        assertEquals(403, admin.get(JOBS).status());
        assertEquals(403, World.person("admin").api().get(JOBS).status());
    }

    @Test
    void theRightComesFromThePlatformNotFromACustomer() {
        TypeOfUser type =
                TypeOfUser.permitting("GET /v1/admin/jobs", "GET /v1/admin/jobs/*", "POST /v1/admin/jobs/*/run");
        Api atACustomer = World.member(World.company(), type.name(), "OWNER").api();

        assertEquals(200, World.person(type.name()).api().get(JOBS).status());
        for (Answer refused : List.of(
                atACustomer.get(JOBS),
                atACustomer.get(JOBS + "/no-such-job"),
                atACustomer.post(JOBS + "/session-cleanup/run"))) {
            assertEquals(403, refused.status());
            assertEquals("platform_authority_required", refused.code());
        }
    }

    @Test
    void aJobThatDoesNotExistIsNotFound() {
        Answer answer = boss.post(JOBS + "/" + UUID.randomUUID() + "/run");

        assertEquals(404, answer.status());
        JsonObject problem = answer.json();
        assertEquals(Set.of("type", "title", "status", "code", "detail", "request_id"), problem.keySet());
        assertEquals("not_found", problem.getString("code"));
        assertEquals(404, boss.get(JOBS + "/no-such-job").status());
    }
}
