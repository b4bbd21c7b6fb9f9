package tel.ringer.warp.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.endtoend.Nodes;
import tel.ringer.warp.kit.Await;

/** Two nodes under load, killed at random moments, and a relay that is away: nothing is lost and nothing doubled. */
@Tag("fault")
class FaultRunIT {
    private static final int INVITERS = 4;
    private static final int PAUSE_MS = 100;
    private static final int KILLS = Integer.getInteger("warp.fault.kills", 60);
    private static final int FLAPS = Integer.getInteger("warp.fault.flaps", 20);
    private static final Duration OUTAGE = Duration.parse(System.getProperty("warp.fault.outage", "PT2M"));
    private static final long SEED = Long.getLong("warp.fault.seed", new Random().nextInt(Integer.MAX_VALUE));

    private final Promises promises = Promises.none();
    private final Inbox inbox = new Inbox();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(INVITERS + 4);

    @Test
    void nothingIsLostAndNothingDoubled() throws Exception {
        long start = System.nanoTime();
        try (Nodes nodes = Nodes.start(2, Map.of("WARP_MAIL_LEASE", "PT10S"))) {
            letThingsGoWrong(nodes, startLoad(nodes));
            Await.untilTrue("an empty outbox", () -> new Found(promises, inbox).isAtRest());
        } finally {
            threads.shutdownNow();
        }
        Found found = new Found(promises, inbox);
        print(found, Duration.ofNanos(System.nanoTime() - start));

        assertEquals(Set.of(), promises.unexpected());
        assertEquals(Set.of(), found.lost());
        assertEquals(0, found.duplicates());
    }

    private List<Future<?>> startLoad(Nodes nodes) {
        List<Future<?>> load = new ArrayList<>();
        for (int i = 0; i < INVITERS; i++) {
            Inviter inviter = new Inviter(nodes, inbox, promises, SEED + i);
            load.add(threads.submit(() -> act(inviter)));
        }
        return load;
    }

    private boolean act(Inviter inviter) throws Exception {
        while (!enough.get()) {
            inviter.act();
            threads.schedule(() -> true, PAUSE_MS, TimeUnit.MILLISECONDS).get();
        }
        return true;
    }

    /** Until all of it has happened; what was begun is then ended. */
    private void letThingsGoWrong(Nodes nodes, List<Future<?>> load) throws Exception {
        Future<?> relay = threads.submit(() -> {
            new Faults(nodes, new Random(SEED + 100), threads).takeTheRelayAway(OUTAGE, FLAPS);
            return true;
        });
        new Faults(nodes, new Random(SEED + 200), threads).kill(KILLS);
        relay.get();
        enough.set(true);
        for (Future<?> each : load) {
            each.get();
        }
    }

    private void print(Found found, Duration took) {
        System.out.printf(
                "Fault run: seed %d, %d kills, relay away for %s and %d times more, %d s; %d created, %d resent, %d mails,"
                        + " %d accepted, %d grants, %d asked again, %d duplicates, %d lost %s%n",
                SEED,
                KILLS,
                OUTAGE,
                FLAPS,
                took.toSeconds(),
                promises.created().size(),
                promises.resent().get(),
                inbox.size(),
                promises.accepted().size(),
                found.grants(),
                promises.asked().get(),
                found.duplicates(),
                found.lost().size(),
                found.lost());
    }
}
