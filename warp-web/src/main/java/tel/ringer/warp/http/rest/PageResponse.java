package tel.ringer.warp.http.rest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.paging.Cursor;
import tel.ringer.warp.paging.Page;

/** A collection on the wire. */
public record PageResponse<T>(List<T> items, PagePosition page) {
    /**
     * Where this page stands.
     *
     * @param nextCursor absent on the last page
     * @param total only if it was asked for
     */
    public record PagePosition(int size, @Nullable String nextCursor, @Nullable Long total) {}

    public static <S, T> PageResponse<T> of(Page<S> page, Function<S, T> item) {
        OptionalLong total = page.total();
        return new PageResponse<>(
                page.items().stream().map(item).toList(),
                new PagePosition(
                        page.items().size(),
                        page.next().map(Cursor::encode).orElse(null),
                        total.isPresent() ? Long.valueOf(total.getAsLong()) : null));
    }

    /** A collection that is never long: all of it. */
    public static <S, T> PageResponse<T> whole(List<S> all, Function<S, T> item) {
        return of(new Page<>(all, Optional.empty(), OptionalLong.empty()), item);
    }
}
