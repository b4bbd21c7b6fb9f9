package tel.ringer.warp.runner;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;

/** What has been started so far: stopped in the reverse order, and never added to once stopping has begun. */
final class StartedParts {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean stopped;

    synchronized <T extends AutoCloseable> T start(Callable<T> part) throws Exception {
        if (stopped) {
            throw new CannotStartException("The start was interrupted.");
        }
        T started = part.call();
        parts.push(started);
        return started;
    }

    /** Stops every part even if one of them fails. */
    synchronized void stop(Console console) {
        stopped = true;
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                console.say(
                        "%s did not stop in order: %s".formatted(part.getClass().getSimpleName(), e.getMessage()));
            }
        }
    }
}
