package tel.ringer.warp.scale;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All that several statements read. */
record Scans(List<Scan> all) {
    private static final Predicate<Scan> SEQUENTIAL = scan -> scan.kind().equals("Seq Scan");

    /** Tables read from end to end, with their rows; "-" if there is none. */
    String sequential() {
        return summed(SEQUENTIAL);
    }

    /** Index by index, the most used first. */
    String byIndex() {
        return summed(SEQUENTIAL.negate());
    }

    private String summed(Predicate<Scan> kind) {
        String scans = all.stream()
                .filter(kind.and(scan -> scan.rowsRead() > 0))
                .collect(Collectors.groupingBy(Scan::source, Collectors.summingLong(Scan::rowsRead)))
                .entrySet()
                .stream()
                .map(source -> new Scan("", source.getKey(), source.getValue()))
                .sorted(Comparator.comparingLong(Scan::rowsRead).reversed().thenComparing(Scan::source))
                .map(Scan::toString)
                .collect(Collectors.joining(", "));
        return scans.isEmpty() ? "-" : scans;
    }
}
