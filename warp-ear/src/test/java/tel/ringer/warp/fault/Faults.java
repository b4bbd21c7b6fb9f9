package tel.ringer.warp.fault;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tel.ringer.warp.endtoend.Nodes;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.runner.MailSink;

/**
 * What goes wrong.
 *
 * @param clock by whose tasks it is waited
 */
record Faults(Nodes nodes, Random dice, ScheduledExecutorService clock) {
    private static final int LONGEST_PEACE_MS = 6000;
    private static final int LONGEST_FLAP_MS = 1500;

    /** Kills a node at any moment, as {@code kill -9} does, and starts it again; the others go on. */
    void kill(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            pause(dice.nextInt(LONGEST_PEACE_MS));
            int node = dice.nextInt(nodes.apis().size());
            nodes.kill(node);
            nodes.restart(node);
            System.out.printf("Fault run: %d of %d kills%n", i + 1, times);
        }
    }

    /** The relay is away for long, and then comes and goes. */
    void takeTheRelayAway(Duration outage, int flaps) throws Exception {
        pause(LONGEST_PEACE_MS);
        away(outage.toMillis());
        for (int i = 0; i < flaps; i++) {
            pause(dice.nextInt(LONGEST_FLAP_MS));
            away(dice.nextInt(LONGEST_FLAP_MS));
        }
    }

    private void away(long millis) throws ExecutionException, InterruptedException {
        MailSink relay = PartsForTests.mailSink();
        int port = relay.port();
        relay.stop();
        try {
            pause(millis);
        } finally {
            relay.start(port);
        }
    }

    private void pause(long millis) throws ExecutionException, InterruptedException {
        clock.schedule(() -> true, millis, TimeUnit.MILLISECONDS).get();
    }
}
