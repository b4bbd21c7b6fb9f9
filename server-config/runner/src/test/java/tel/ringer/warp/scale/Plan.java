package tel.ringer.warp.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as auto_explain logged it.
 *
 * @param milliseconds that it ran, instruments included
 * @param lines query, parameters and plan
 */
record Plan(double milliseconds, List<String> lines) {
    private static final Pattern HEAD = Pattern.compile(".*LOG: +duration: ([\\d.]+) ms +plan:$");
    private static final Pattern PAGES = Pattern.compile("^\\s*Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?.*");
    private static final Pattern OWN_FUNCTION =
            Pattern.compile("Function Scan|\\b(?:public|auth|accounts|audit|notification|isolation)\\.\\w+\\(");

    /** What a part of the server's log shows. */
    static List<Plan> in(List<String> log) {
        List<Plan> plans = new ArrayList<>();
        for (int i = 0; i < log.size(); i++) {
            Matcher head = HEAD.matcher(log.get(i));
            if (head.matches()) {
                List<String> lines = log.subList(i + 1, log.size()).stream()
                        .takeWhile(line -> line.startsWith("\t"))
                        .map(line -> line.substring(1))
                        .toList();
                plans.add(new Plan(Double.parseDouble(head.group(1)), lines));
            }
        }
        return plans;
    }

    boolean isList(String table) {
        // Who holds grants has their rows found first and the table joined.
        return query().contains(" " + table + " ");
    }

    /** Lists never lock a row; timers do. */
    boolean locks() {
        return query().contains(" update");
    }

    private String query() {
        return String.join(" ", lines.subList(0, firstNode())).replaceAll("\\s+", " ");
    }

    private List<String> nodes() {
        return lines.subList(firstNode(), lines.size());
    }

    private int firstNode() {
        int line = 0;
        while (line < lines.size() && !lines.get(line).contains("(cost=")) {
            line++;
        }
        return line;
    }

    List<Scan> scans() {
        return Scan.of(nodes());
    }

    /** Pages of 8 KiB that the whole statement looked at: the first node sums up those below it. */
    long pages() {
        return nodes().stream()
                .map(PAGES::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(line -> number(line.group(1)) + number(line.group(2)))
                .orElse(0L);
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    boolean callsAFunctionOfWarp() {
        return nodes().stream().anyMatch(line -> OWN_FUNCTION.matcher(line).find());
    }
}
