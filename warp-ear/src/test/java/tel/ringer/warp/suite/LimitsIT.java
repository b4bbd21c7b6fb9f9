package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.Web;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;
import tel.ringer.warp.runner.LocalDatabase;

/** What is open to everybody is not open without limit, and nobody is shut out for what others do. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LimitsIT {
    /** As they ship; a node takes a tenth without asking the others. */
    private static final int FAILURES = 30;

    private static final int CREDENTIAL = 30;

    private static final int MOST = 200;
    private static final String BUCKETS = "select count(*) from platform.rate_limits";

    private final String address = Web.newAddress();
    private final Web web = Web.anonymous().from(address);

    private static String field(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build().toString();
    }

    private static Answer refresh(Web from, String token) {
        return from.post("/auth/refresh", field("refresh_token", token));
    }

    private static Answer exchange(Web from, String idToken) {
        return from.post("/auth/exchange", field("id_token", idToken));
    }

    private static String link() {
        Company company = World.company();
        String email = World.newEmail();
        World.invite(World.superAdmin().api(), company, email);
        return "/invitations/" + World.tokenMailedTo(email);
    }

    /** How often it answered before it was too often; each time otherwise as expected. */
    private static int untilTooMany(Supplier<Answer> attempt, int expected) {
        for (int i = 0; i < MOST; i++) {
            Answer answer = attempt.get();
            if (answer.status() == 429) {
                return i;
            }
            assertEquals(expected, answer.status(), answer.body());
        }
        throw new AssertionError("Never too many");
    }

    /** It refills while a test runs: a little more than the limit is no fault. */
    private static void assertAbout(int limit, int taken) {
        assertTrue(taken >= limit && taken <= limit + limit / 2 + 5, "taken: " + taken);
    }

    @Test
    void guessedRefreshTokensAreRefusedAfterAWhile() {
        assertAbout(FAILURES, untilTooMany(() -> refresh(web, "guess-" + UUID.randomUUID()), 401));
    }

    @Test
    void guessedLinksAreRefusedAfterAWhile() {
        assertAbout(FAILURES, untilTooMany(() -> web.get("/invitations/" + UUID.randomUUID()), 404));
    }

    @Test
    void guessedIdTokensAreRefusedAfterAWhile() {
        assertAbout(FAILURES, untilTooMany(() -> exchange(web, "x.y." + UUID.randomUUID()), 401));
    }

    @Test
    void theRefusalIsAProblemThatSaysWhenToComeBack() {
        Answer refusal = Stream.generate(() -> refresh(web, "guess-" + UUID.randomUUID()))
                .limit(MOST)
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();

        assertEquals("application/problem+json", refusal.header("Content-Type"));
        assertEquals("too_many_requests", refusal.code());
        assertEquals("", refusal.header("WWW-Authenticate"));
        int seconds = Integer.parseInt(refusal.header("Retry-After"));
        assertTrue(seconds >= 1 && seconds <= 60, "seconds: " + seconds);
        assertEquals(seconds, refusal.json().getInt("retry_after"));
        assertEquals(refusal.header("X-Request-Id"), refusal.json().getString("request_id"));
    }

    @Test
    void whoeverHasAGoodCredentialGetsInBesideThoseWhoHaveNone() {
        Person person = World.superAdmin();
        String refreshToken = person.signIn().getString("refresh_token");
        String link = link();
        untilTooMany(() -> refresh(web, "guess-" + UUID.randomUUID()), 401);

        assertEquals(200, exchange(web, person.idToken()).status());
        assertEquals(200, refresh(web, refreshToken).status());
        assertEquals(200, web.get(link).status());
        assertTrue(untilTooMany(() -> web.get("/invitations/" + UUID.randomUUID()), 404) < FAILURES / 2);
    }

    @Test
    void aLinkThatIsKnownButDeadSaysSoWhateverOthersDo() {
        Api superAdmin = World.superAdmin().api();
        String email = World.newEmail();
        String id = World.invite(superAdmin, World.company(), email).getString("id");
        String link = "/invitations/" + World.tokenMailedTo(email);
        superAdmin.delete("/v1/admin/invitations/" + id);
        untilTooMany(() -> web.get("/invitations/" + UUID.randomUUID()), 404);

        assertEquals(410, web.get(link).status());
    }

    @Test
    void anotherAddressIsNotAsked() {
        untilTooMany(() -> refresh(web, "guess-" + UUID.randomUUID()), 401);

        assertEquals(
                401,
                refresh(Web.anonymous().from(Web.newAddress()), "guess-" + UUID.randomUUID())
                        .status());
    }

    @Test
    void theAddressesOfOneIpv6NetworkAreOne() {
        String network = "2001:db8:" + Integer.toHexString(address.hashCode() & 0xffff) + ":7:";
        int[] host = {0};
        assertAbout(
                FAILURES,
                untilTooMany(
                        () -> refresh(
                                Web.anonymous().from(network + ":" + Integer.toHexString(++host[0])),
                                "guess-" + UUID.randomUUID()),
                        401));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.1.1, %s", "rubbish, %s", "127.0.0.9, %s", "%s, 127.0.0.1"})
    void nobodyEscapesByClaimingToStandBehindAnother(String claim) {
        Web claiming = Web.anonymous().from(claim.formatted(address));
        untilTooMany(() -> refresh(claiming, "guess-" + UUID.randomUUID()), 401);

        assertTrue(untilTooMany(() -> refresh(web, "guess-" + UUID.randomUUID()), 401) < FAILURES / 2);
    }

    @Test
    void aLinkIsNotLookedAtWithoutEnd() {
        String link = link();

        assertAbout(CREDENTIAL, untilTooMany(() -> web.get(link), 200));
        assertEquals(429, Web.anonymous().from(Web.newAddress()).get(link).status());
        assertEquals(200, web.get(link()).status());
    }

    @Test
    void anIdTokenIsNotExchangedWithoutEnd() {
        String idToken = World.superAdmin().idToken();

        assertAbout(CREDENTIAL, untilTooMany(() -> exchange(web, idToken), 200));
    }

    @Test
    void whoIsSignedInIsNotCounted() {
        Web signedIn = web.with(
                "Authorization", "Bearer " + World.superAdmin().signIn().getString("access_token"));
        untilTooMany(() -> refresh(web, "guess-" + UUID.randomUUID()), 401);

        IntStream.range(0, FAILURES * 2)
                .forEach(i ->
                        assertEquals(200, signedIn.get("/v1/customers?limit=1").status()));
    }

    @Test
    void withoutTheSharedBucketsTheNodeCountsAlone() {
        Person person = World.superAdmin();
        World.update("alter table platform.rate_limits rename to rate_limits_that_are_away");
        try {
            assertAbout(FAILURES, untilTooMany(() -> refresh(web, "guess-" + UUID.randomUUID()), 401));
            assertEquals(200, exchange(web, person.idToken()).status());
        } finally {
            World.update("alter table platform.rate_limits_that_are_away rename to rate_limits");
            awaitTheSharedBuckets();
        }
    }

    /** A node does without them for some seconds: nobody else's test is to fall into these. */
    private static void awaitTheSharedBuckets() {
        Await.untilTrue("the shared buckets", () -> {
            Web other = Web.anonymous().from(Web.newAddress());
            String before = World.query(BUCKETS);
            untilTooMany(() -> refresh(other, "guess-" + UUID.randomUUID()), 401);
            return !World.query(BUCKETS).equals(before);
        });
    }

    @Test
    void nobodyWaitsLongForTheSharedBuckets() throws Exception {
        try (Connection owner = PartsForTests.database().connectAs(LocalDatabase.OWNER);
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table platform.rate_limits in access exclusive mode");
            long began = System.nanoTime();

            assertAbout(FAILURES, untilTooMany(() -> refresh(web, "guess-" + UUID.randomUUID()), 401));

            Duration took = Duration.ofNanos(System.nanoTime() - began);
            assertTrue(took.compareTo(Duration.ofSeconds(20)) < 0, took.toString());
            owner.rollback();
        } finally {
            awaitTheSharedBuckets();
        }
    }

    @Test
    void noBucketIsNamedByAnAddressOrACredential() {
        String guess = "guess-" + UUID.randomUUID();
        untilTooMany(() -> refresh(web, "guess-" + UUID.randomUUID()), 401);
        refresh(web, guess);

        assertTrue(Integer.parseInt(World.query(BUCKETS)) > 0);
        for (String secret : new String[] {address, guess}) {
            assertEquals(
                    "0",
                    World.query(
                            "select count(*) from platform.rate_limits r where r::text like '%' || ? || '%' or encode(r.state, 'escape') like '%' || ? || '%'",
                            secret, secret));
        }
    }

    @Test
    void theAuditNamesTheClientNotTheProxy() {
        Person person = World.superAdmin();
        Web signedIn = web.with("Authorization", "Bearer " + person.signIn().getString("access_token"));
        signedIn.post(
                "/v1/admin/customers/" + World.company().id() + "/invitations",
                World.invitation(World.newEmail(), "viewer", "USER").build().toString());

        assertEquals(
                "1",
                World.query(
                        """
                        select count(*) from audit.events e join audit.personal_values v on v.token = e.address
                        where v.value = ? and e.actor_id = ?""",
                        address,
                        person.id()));
    }
}
