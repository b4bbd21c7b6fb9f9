package tel.ringer.warp.http.rest;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.paging.Cursor;
import tel.ringer.warp.paging.PageRequest;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** Reads the query parameters of collections: what is out of range is refused, never silently changed. */
public final class PageParameters {
    /** For the descriptions of operations: Payara 6.2025.10 fails on descriptions of single parameters. */
    public static final String DESCRIPTION =
            " limit: rows of a page, 1 to 200, 50 if absent; cursor: next_cursor of the page before; include=total: counts"
                    + " the whole collection too.";

    private static final int DEFAULT_LIMIT = 50;

    private PageParameters() {}

    /** @throws ProblemException malformed, {@code invalid_parameter} or {@code invalid_cursor} */
    public static PageRequest read(@Nullable String limit, @Nullable String cursor, @Nullable String include) {
        if (include != null && !include.equals("total")) {
            throw invalid("include");
        }
        return new PageRequest(
                read("limit", limit, PageParameters::limit).orElse(DEFAULT_LIMIT),
                Optional.ofNullable(cursor).map(Cursor::decode),
                include != null);
    }

    /** Reads an optional parameter of any type whose factory refuses with an IllegalArgumentException. */
    public static <T> Optional<T> read(String name, @Nullable String text, Function<String, T> type) {
        try {
            return Optional.ofNullable(text).map(type);
        } catch (IllegalArgumentException e) {
            throw (ProblemException) invalid(name).initCause(e);
        }
    }

    private static int limit(String text) {
        int rows = Integer.parseInt(text);
        if (rows < 1 || rows > PageRequest.MAXIMUM) {
            throw new IllegalArgumentException("Out of range");
        }
        return rows;
    }

    /** The value itself is not repeated. */
    private static ProblemException invalid(String name) {
        return new ProblemException(
                ProblemKind.MALFORMED,
                "invalid_parameter",
                "A query parameter has a value that it can't have.",
                Map.of("parameter", name));
    }
}
