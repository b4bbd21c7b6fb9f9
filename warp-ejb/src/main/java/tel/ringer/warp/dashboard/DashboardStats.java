package tel.ringer.warp.dashboard;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures that a caller may know.
 *
 * @param figures of each part by their names in order; a status that nothing has is not there
 * @param unavailable the parts that could not be read
 */
public record DashboardStats(Map<DashboardPart, SortedMap<String, Long>> figures, Set<DashboardPart> unavailable) {
    static DashboardStats of(DashboardReach reach, Collection<Figure> read, Set<DashboardPart> unavailable) {
        Map<DashboardPart, SortedMap<String, Long>> figures = new EnumMap<>(DashboardPart.class);
        reach.parts().keySet().stream()
                .filter(part -> !unavailable.contains(part))
                .forEach(part -> figures.put(part, new TreeMap<>()));
        read.forEach(figure ->
                figures.computeIfAbsent(figure.part(), part -> new TreeMap<>()).put(figure.name(), figure.value()));
        return new DashboardStats(figures, unavailable);
    }

    /** Empty if the caller may not know the part, or if it could not be read. */
    public Optional<SortedMap<String, Long>> of(DashboardPart part) {
        return Optional.ofNullable(figures.get(part));
    }
}
