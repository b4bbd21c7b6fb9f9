package tel.ringer.warp.identity.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.problem.ProblemException;

@SuppressWarnings("NullAway.Init")
class DiscoveryTest {
    /** A clock that is set by hand. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-22T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Hand clock = new Hand();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private volatile int status = 200;
    private String statedIssuer = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] body =
                    """
                    {"issuer": "%s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                     "jwks_uri": "%1$s/jwks", "response_types_supported": ["code"],
                     "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}
                    """
                            .formatted(statedIssuer)
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        statedIssuer = issuer();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private Discovery discovery() {
        Provider provider =
                new Provider("default", issuer(), "warp", Optional.empty(), "Local", "email_verified", Set.of());
        return new Discovery(provider, Duration.ofSeconds(60), clock);
    }

    private void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    private static void assertUnavailable(Discovery discovery) {
        assertEquals(
                "provider_unavailable",
                assertThrows(ProblemException.class, discovery::get).code());
    }

    @Test
    void anAnswerIsKeptForAnHour() {
        Discovery discovery = discovery();
        DiscoveredProvider first = discovery.get();

        assertEquals(
                issuer() + "/authorize",
                first.metadata().getAuthorizationEndpointURI().toString());
        assertSame(first, discovery.get());
        pass(Discovery.KEPT);
        discovery.get();
        assertEquals(2, asked.get());
    }

    @Test
    void whoDoesNotAnswerIsLeftAloneForAMoment() {
        Discovery discovery = discovery();
        status = 500;
        assertUnavailable(discovery);
        assertUnavailable(discovery);
        assertEquals(1, asked.get());

        status = 200;
        pass(Discovery.PAUSE);
        assertEquals("default", discovery.get().provider().id());
    }

    @Test
    void whatWasKnownHoldsWhileTheProviderDoesNotAnswer() {
        Discovery discovery = discovery();
        DiscoveredProvider known = discovery.get();
        status = 503;
        pass(Discovery.KEPT);

        assertSame(known, discovery.get());
    }

    @Test
    void whoStatesAnotherIssuerIsNotTheProvider() {
        statedIssuer = "https://evil.example";
        assertUnavailable(discovery());
    }
}
