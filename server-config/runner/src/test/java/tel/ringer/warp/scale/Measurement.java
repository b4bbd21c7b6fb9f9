package tel.ringer.warp.scale;

import java.util.List;

/**
 * What one list costs one caller.
 *
 * @param httpMilliseconds median, with nothing logged
 * @param statementMilliseconds median of all statements of a request together, instruments included
 * @param statements of the last request: those that find out who calls and what they may, too
 */
record Measurement(
        Route route, Person person, double httpMilliseconds, double statementMilliseconds, List<Plan> statements) {
    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }

    /** Pages of 8 KiB that the request looked at. */
    long pages() {
        return statements.stream().mapToLong(Plan::pages).sum();
    }

    /** What finds the rows of the list. */
    List<Plan> list() {
        return statements.stream()
                .filter(statement -> statement.isList(route.table()))
                .toList();
    }

    Scans scans() {
        return new Scans(statements.stream()
                .flatMap(statement -> statement.scans().stream())
                .toList());
    }

    Scans scansOfTheList() {
        return new Scans(list().stream().flatMap(plan -> plan.scans().stream()).toList());
    }

    boolean callsAFunctionOfWarp() {
        return statements.stream().anyMatch(Plan::callsAFunctionOfWarp);
    }
}
