package tel.ringer.warp.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A node of a plan that reads a table or a function.
 *
 * @param source the index, or the table if there is none
 * @param rowsRead over all loops, those that a filter threw away included
 */
record Scan(String kind, String source, long rowsRead) {
    private static final Pattern NODE =
            Pattern.compile("^\\s*(?:->\\s+)?(.*?)\\s+\\(cost=.*\\(actual .*rows=([\\d.]+) loops=(\\d+)\\)$");
    private static final Pattern READS =
            Pattern.compile("(?:Parallel )?((?:Seq|Sample|Index|Index Only|Bitmap Heap|Bitmap Index|Function) Scan)"
                    + "(?: Backward)?(?: using (\\S+))? on (\\S+).*");
    private static final Pattern REMOVED = Pattern.compile("^\\s*Rows Removed by .*: (\\d+)$");

    /** In the order of the plan. What was never executed read nothing and is left out. */
    static List<Scan> of(List<String> plan) {
        List<Scan> scans = new ArrayList<>();
        for (int i = 0; i < plan.size(); i++) {
            Matcher node = NODE.matcher(plan.get(i));
            if (node.matches()) {
                Matcher reads = READS.matcher(node.group(1));
                if (reads.matches()) {
                    double rows = Double.parseDouble(node.group(2)) + removed(plan.subList(i + 1, plan.size()));
                    long loops = Long.parseLong(node.group(3));
                    String index = reads.group(2);
                    scans.add(
                            new Scan(reads.group(1), index == null ? reads.group(3) : index, Math.round(rows * loops)));
                }
            }
        }
        return scans;
    }

    private static long removed(List<String> below) {
        return below.stream()
                .takeWhile(line -> !line.contains("(cost="))
                .map(REMOVED::matcher)
                .filter(Matcher::matches)
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .sum();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %,d", source, rowsRead);
    }
}
