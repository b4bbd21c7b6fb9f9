package tel.ringer.warp.attack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What became of a campaign.
 *
 * @param different pairs of route and caller with ids in each place; each is tried before any is tried again
 * @param byStatus how many answers to attempts had it
 */
public record Outcome(
        String walls,
        long seed,
        int attempts,
        int different,
        int twins,
        double seconds,
        SortedMap<Integer, Integer> byStatus,
        List<Finding> findings) {
    private static final int SHOWN = 20;

    /** One line to read. */
    public String summary() {
        return "Attack with walls %s: seed %d, %d attempts (%d different ones) and %d twins in %.0f s, by status %s, findings %d"
                .formatted(walls, seed, attempts, different, twins, seconds, byStatus, findings.size());
    }

    /** An example of each kind of finding, or of the first of them. */
    public String report() {
        return summary()
                + "\nAgain with -Dwarp.attack.seed=" + seed + " -Dwarp.attack.count=" + attempts + "\n"
                + findings.stream()
                        .collect(Collectors.groupingBy(Finding::kind, LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .limit(SHOWN)
                        .map(alike -> alike.size() + " x " + alike.get(0))
                        .collect(Collectors.joining("\n"));
    }
}
