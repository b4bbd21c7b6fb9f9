package tel.ringer.warp.isolation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * How each table of customers and people stands, as the database itself says.
 *
 * @param functions those that run with another role's rights and that the login may call: to be read by people
 */
public record IsolationReport(
        Instant generatedAt,
        InspectedLogin login,
        List<InspectedTable> tables,
        List<InspectedView> views,
        List<InspectedFunction> functions) {
    /** Nothing is amiss; nor does a report healthy that found no table at all. */
    public boolean healthy() {
        return !tables.isEmpty()
                && Stream.of(
                                Stream.of(login.reasons()),
                                tables.stream().map(InspectedTable::reasons),
                                views.stream().map(InspectedView::reasons),
                                functions.stream().map(InspectedFunction::reasons))
                        .flatMap(reasons -> reasons)
                        .allMatch(Collection::isEmpty);
    }
}
