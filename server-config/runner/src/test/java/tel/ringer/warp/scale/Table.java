package tel.ringer.warp.scale;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** How measurements are shown. */
final class Table {
    private static final String ROW = "%-16s %8s %13s %8s %9s  %s%n";
    private static final String READ = "%-16s %s%n";
    private static final String GROWTH = "%-36s %-16s %6s %11s %6s%n";

    private Table() {}

    static void print(PrintStream out, int customers, List<Measurement> measured) {
        for (Route route : Route.ALL) {
            List<Measurement> ofRoute =
                    measured.stream().filter(each -> each.route().equals(route)).toList();
            out.printf(Locale.ROOT, "%n%,d customers, %s%n", customers, route);
            out.printf(ROW, "caller holds", "HTTP ms", "statements ms", "pages", "functions", "seq scans");
            ofRoute.forEach(each -> out.printf(
                    ROW,
                    each.person(),
                    number(each.httpMilliseconds()),
                    number(each.statementMilliseconds()),
                    String.format(Locale.ROOT, "%,d", each.pages()),
                    each.callsAFunctionOfWarp() ? "yes" : "no",
                    each.scans().sequential()));
            out.printf(READ, "", "rows read by the list from each index");
            ofRoute.forEach(each ->
                    out.printf(READ, each.person(), each.scansOfTheList().byIndex()));
        }
        out.flush();
    }

    static void printGrowth(PrintStream out, List<Measurement> tenth, List<Measurement> whole) {
        out.printf("%nTimes as much with ten times the customers%n");
        out.printf(GROWTH, "", "caller holds", "HTTP", "statements", "pages");
        for (int i = 0; i < whole.size(); i++) {
            Measurement before = tenth.get(i);
            Measurement after = whole.get(i);
            out.printf(
                    GROWTH,
                    after.route(),
                    after.person(),
                    number(after.httpMilliseconds() / before.httpMilliseconds()),
                    number(after.statementMilliseconds() / before.statementMilliseconds()),
                    number((double) after.pages() / before.pages()));
        }
    }

    static void printPlans(PrintStream out, int customers, List<Measurement> measured) {
        for (Measurement each : measured) {
            out.printf(Locale.ROOT, "=== %,d customers, %s, %s%n", customers, each.route(), each.person());
            for (Plan plan : each.statements()) {
                out.printf(Locale.ROOT, "%n%.3f ms%n%s%n", plan.milliseconds(), String.join("\n", plan.lines()));
            }
            out.println();
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
