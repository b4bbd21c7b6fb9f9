package tel.ringer.warp.paging;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A stretch of an ordered collection.
 *
 * @param next where the following page begins; empty on the last
 * @param total of all pages; only if it was asked for
 */
public record Page<T>(List<T> items, Optional<Cursor> next, OptionalLong total) {
    /** Cuts a page out of what was read: one row more than the limit tells that there is a next page. */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, Cursor> position, OptionalLong total) {
        if (rows.size() <= request.limit()) {
            return new Page<>(List.copyOf(rows), Optional.empty(), total);
        }
        List<T> items = List.copyOf(rows.subList(0, request.limit()));
        return new Page<>(items, Optional.of(position.apply(items.get(items.size() - 1))), total);
    }

    public <R> Page<R> map(Function<T, R> item) {
        return new Page<>(items.stream().map(item).toList(), next, total);
    }
}
