package tel.ringer.warp.fault;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What callers were told: from then on it has to be true.
 *
 * @param created addresses whose invitation was answered with 201
 * @param accepted addresses whose acceptance was answered
 * @param resent how often a new link was promised
 * @param asked how often something had to be asked again, since no answer came
 * @param unexpected answers that should not be
 */
record Promises(
        Set<UUID> companies,
        Set<String> created,
        Set<String> accepted,
        AtomicInteger resent,
        AtomicInteger asked,
        Set<String> unexpected) {
    static Promises none() {
        return new Promises(
                ConcurrentHashMap.newKeySet(),
                ConcurrentHashMap.newKeySet(),
                ConcurrentHashMap.newKeySet(),
                new AtomicInteger(),
                new AtomicInteger(),
                ConcurrentHashMap.newKeySet());
    }
}
