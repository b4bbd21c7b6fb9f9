package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.limit.Limit;
import tel.ringer.warp.limit.Limits;
import tel.ringer.warp.limit.RateLimits;

/** Runs inside the server: what the shared buckets leave behind, and what is counted of those that are refused. */
@ExtendWith(ArquillianExtension.class)
class LimitsInsideIT {
    private static final int MORE_THAN_WITHOUT_ASKING = 10;
    private static final int MORE_THAN_ALL = 40;

    @Inject
    private Limits limits;

    @Inject
    private RateLimits rateLimits;

    @Inject
    private MetricRegistry metrics;

    @Inject
    @ConfigProperty(name = "warp.public-url")
    private String server;

    @Resource
    private UserTransaction transaction;

    private static void forgetAll() throws SQLException {
        OwnerConnection.execute("delete from platform.rate_limits");
    }

    private static String buckets() throws SQLException {
        return OwnerConnection.query("select count(*) from platform.rate_limits");
    }

    @Test
    void whatIsTakenStaysTakenWhenTheCallersTransactionIsRolledBack() throws Exception {
        forgetAll();
        String subject = "somebody " + UUID.randomUUID();
        transaction.begin();
        for (int i = 0; i < MORE_THAN_WITHOUT_ASKING; i++) {
            assertEquals(Optional.empty(), limits.take(Limit.FAILURES, subject));
        }
        transaction.rollback();

        assertEquals("1", buckets());
    }

    @Test
    void whoTriesAFewTimesCostsNoLookAtTheDatabase() throws SQLException {
        forgetAll();
        String subject = "somebody " + UUID.randomUUID();
        limits.take(Limit.FAILURES, subject);
        limits.take(Limit.FAILURES, subject);

        assertEquals("0", buckets());
    }

    @Test
    void bucketsThatAreFullAgainAreForgottenAndTheOthersAreNot() throws SQLException {
        forgetAll();
        OwnerConnection.execute("insert into platform.rate_limits values ('old', null, 1)");
        OwnerConnection.execute("insert into platform.rate_limits values ('young', null, 99999999999999)");

        assertTrue(rateLimits.forgetFull() >= 0);

        assertEquals("young", OwnerConnection.query("select string_agg(key, ',') from platform.rate_limits"));
        forgetAll();
    }

    @Test
    void whatIsRefusedIsCountedByItsLimit() throws Exception {
        Counter counter = metrics.counter("warp_attempts_refused", new Tag("limit", "failures"));
        long before = counter.getCount();
        int refused = 0;
        for (int i = 0; i < MORE_THAN_ALL; i++) {
            refused += guess() == 429 ? 1 : 0;
        }

        assertTrue(refused > 0);
        assertEquals(before + refused, counter.getCount());
    }

    private int guess() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/invitations/" + UUID.randomUUID()))
                .header("X-Forwarded-For", "198.51.100.77")
                .timeout(Duration.ofSeconds(30))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
