package tel.ringer.warp.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import tel.ringer.warp.attack.Finding;

/**
 * What came of the malformed requests.
 *
 * @param byStatus how often which came; "closed" where the server closed the connection
 * @param findings what must not be
 */
public record Outcome(
        long seed,
        int requests,
        long operations,
        double seconds,
        SortedMap<String, Integer> byStatus,
        List<Finding> findings) {
    private static final int SHOWN = 40;

    public Outcome {
        findings = List.copyOf(findings);
    }

    /** One line to read. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "Fuzz: seed %d, %d malformed requests to %d operations in %.0f s, by status %s, findings %d",
                seed,
                requests,
                operations,
                seconds,
                byStatus,
                findings.size());
    }

    /** An example of each kind of finding, or of the first of them. */
    public String report() {
        return summary() + "\nAgain with -Dwarp.fuzz.seed=" + seed + " -Dwarp.fuzz.count=" + requests + "\n"
                + findings.stream()
                        .collect(Collectors.groupingBy(Finding::kind, LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .limit(SHOWN)
                        .map(alike -> alike.size() + " x " + alike.get(0))
                        .collect(Collectors.joining("\n"));
    }
}
