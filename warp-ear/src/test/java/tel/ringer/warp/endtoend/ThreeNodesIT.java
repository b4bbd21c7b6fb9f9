package tel.ringer.warp.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.HesitantRelay;
import tel.ringer.warp.kit.HesitantRelay.Hesitation;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** Jobs do their work once, however many nodes run and wherever one is killed. */
@SuppressWarnings("NullAway.Init")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ThreeNodesIT {
    private static final int MAILS = 60;
    private static final int LAST = 2;
    /** Half as long as a node waits for an answer of the relay. */
    private static final String LEASE = "PT5S";

    private static HesitantRelay relay;
    private static Nodes nodes;

    private final Company company = World.company();
    private final Person superAdmin = World.superAdmin();

    @BeforeAll
    static void start() throws Exception {
        relay = HesitantRelay.before(PartsForTests.mailSink(), 0);
        Map<String, String> settings = new HashMap<>(relay.environment());
        settings.put("WARP_MAIL_LEASE", LEASE);
        nodes = Nodes.start(3, settings);
    }

    @AfterAll
    static void stop() throws Exception {
        nodes.close();
        relay.close();
    }

    private Api on(int node) {
        String token = nodes.apis()
                .get(node)
                .exchange(World.idToken(superAdmin.email()))
                .json()
                .getString("access_token");
        return nodes.apis().get(node).as(token);
    }

    private static int start(Api node, String job) {
        return node.post("/v1/admin/jobs/" + job + "/run").status();
    }

    /** @param status and since when, both in SQL */
    private void invitations(int count, String status, String expiresAt, String closedAt) {
        World.update(
                """
                insert into auth.user_invitations (id, customer_id, email, email_normalised, user_type_id, role, status,
                  delivery_status, invited_by, invited_by_name, created_at, expires_at, valid_for_days, closed_at)
                select gen_random_uuid(), ?, e.address, e.address, t.id, 'USER', '%s',
                  'QUEUED', ?, 'Somebody', now(), %s, 7, %s
                from auth.user_types t,
                  (select gen_random_uuid() || '@bulk.example' as address from generate_series(1, %d)) e
                where t.name = 'viewer'"""
                        .formatted(status, expiresAt, closedAt, count),
                company.id(),
                superAdmin.id());
    }

    private void queueMails() {
        invitations(MAILS, "PENDING", "now() + interval '1 day'", "null");
        World.update(
                """
                insert into notification.outbox (id, customer_id, kind, subject_id, status, next_attempt_at, created_at)
                select gen_random_uuid(), customer_id, 'INVITATION', id, 'QUEUED', now(), now()
                from auth.user_invitations where customer_id = ? and status = 'PENDING'""",
                company.id());
    }

    private String count(String from) {
        return World.query("select count(*) from " + from + " and customer_id = ?", company.id());
    }

    private void awaitCount(String expected, String from) {
        Await.untilTrue(expected + " " + from, () -> count(from).equals(expected));
    }

    /** How many mails came to those whom the company has invited. */
    private SortedMap<String, Long> received() {
        Set<String> invited = Set.of(World.query(
                        "select string_agg(email, ',') from auth.user_invitations where customer_id = ? and status = 'PENDING'",
                        company.id())
                .split(",", -1));
        return PartsForTests.mailSink().received().stream()
                .map(mail -> mail.recipients().get(0))
                .filter(invited::contains)
                .collect(Collectors.groupingBy(address -> address, TreeMap::new, Collectors.counting()));
    }

    private long mailsReceived() {
        return received().values().stream().mapToLong(mails -> mails).sum();
    }

    @Test
    @Order(1)
    void eachJobDoesItsWorkOnce() throws Exception {
        invitations(300, "PENDING", "now() - interval '1 minute'", "null");
        invitations(300, "REVOKED", "now()", "now() - interval '91 days'");
        invitations(MAILS, "PENDING", "now() + interval '1 day'", "null");
        World.update(
                "update auth.user_invitations set remind_at = now() where expires_at > now() and customer_id = ?",
                company.id());

        for (String job : List.of("invitation-expiry", "invitation-cleanup", "invitation-reminder")) {
            List<Integer> answers = AtOnce.call(IntStream.range(0, 3)
                    .<Callable<Integer>>mapToObj(i -> () -> start(on(i), job))
                    .toList());
            assertTrue(Set.of(202, 409).containsAll(answers) && answers.contains(202), answers.toString());
        }

        awaitCount("300", "auth.user_invitations where status = 'EXPIRED'");
        awaitCount("0", "auth.user_invitations where status = 'REVOKED'");
        assertEquals("300", count("audit.events where action = 'invitation.expired'"));
        assertEquals("300", count("audit.events where action = 'invitation.removed'"));
        awaitCount(String.valueOf(MAILS), "notification.outbox where kind = 'REMINDER' and status = 'SENT'");
        assertEquals(String.valueOf(MAILS), count("audit.events where action = 'invitation.reminded'"));
        assertEquals(MAILS, mailsReceived());
    }

    @Test
    @Order(2)
    void eachMailIsSentOnce() {
        queueMails();

        awaitCount(String.valueOf(MAILS), "notification.outbox where status = 'SENT' and attempts = 1");
        assertEquals(MAILS, received().size());
        assertTrue(
                received().values().stream().allMatch(mails -> mails == 1),
                received().toString());
    }

    @Test
    @Order(3)
    void aNodeThatHangsForLongerThanItsLeaseDoublesNothing() {
        Hesitation hesitation = relay.at("@bulk.example");
        queueMails();
        hesitation.await();

        awaitCount(String.valueOf(MAILS), "notification.outbox where status = 'SENT'");
        hesitation.awaitGone();
        // Another mail to each, and one to as many others: meanwhile the node that hung goes on.
        queueMails();
        awaitCount(String.valueOf(3 * MAILS), "notification.outbox where status = 'SENT'");

        assertEquals(3 * MAILS, mailsReceived());
    }

    @Test
    @Order(4)
    void aNodeThatIsKilledInTheMiddleLosesAndDoublesNothing() {
        queueMails();
        invitations(2000, "PENDING", "now() - interval '1 minute'", "null");
        assertEquals(202, start(on(LAST), "invitation-expiry"));
        Await.untilTrue("the first batch", () -> !count("auth.user_invitations where status = 'EXPIRED'")
                .equals("0"));
        nodes.kill(LAST);

        Await.untilTrue("another node to go on", () -> start(on(0), "invitation-expiry") == 202);
        awaitCount("2000", "auth.user_invitations where status = 'EXPIRED'");
        awaitCount(String.valueOf(MAILS), "notification.outbox where status = 'SENT'");
        assertEquals(MAILS, received().size());
        assertEquals("2000", count("audit.events where action = 'invitation.expired'"));
    }
}
