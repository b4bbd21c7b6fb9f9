package tel.ringer.warp.kit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for a condition, not for a time. */
public final class Await {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Await() {}

    /** Looks again and again until there is something; fails after a minute and a half. */
    public static <T> T until(String what, Supplier<Optional<T>> condition) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            long end = System.nanoTime() + LIMIT.toNanos();
            Optional<T> found = condition.get();
            while (found.isEmpty()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("Waited in vain for " + what);
                }
                found = clock.schedule(condition::get, PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                        .get();
            }
            return found.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            clock.shutdownNow();
        }
    }

    public static void untilTrue(String what, Supplier<Boolean> condition) {
        until(what, () -> condition.get() ? Optional.of(true) : Optional.empty());
    }
}
