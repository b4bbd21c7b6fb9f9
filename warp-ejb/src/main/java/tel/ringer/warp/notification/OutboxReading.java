package tel.ringer.warp.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import tel.ringer.warp.access.CustomerScope;

/** How the outbox stands, read once for all gauges of a scrape. */
@ApplicationScoped
class OutboxReading {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final CustomerScope.System SCOPE = new CustomerScope.System("mail-delivery");

    private volatile Read last = new Read(new OutboxState(0, 0, 0), Instant.MIN);

    @Inject
    private OutboxOversight oversight;

    @Inject
    private Clock clock;

    private record Read(OutboxState state, Instant at) {}

    OutboxState now() {
        Instant now = clock.instant();
        Read known = last;
        if (known.at().isAfter(now.minus(FRESH))) {
            return known.state();
        }
        OutboxState state = oversight.state(SCOPE);
        last = new Read(state, now);
        return state;
    }
}
