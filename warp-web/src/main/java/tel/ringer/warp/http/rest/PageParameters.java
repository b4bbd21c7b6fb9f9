package tel.ringer.warp.http.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.paging.Cursor;
import tel.ringer.warp.paging.PageRequest;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** The query parameters of every collection. */
public class PageParameters {
    private static final int DEFAULT_LIMIT = 50;

    @QueryParam("limit")
    @Parameter(
            description = "Rows of a page, 1 to 200.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    private @Nullable String limit;

    @QueryParam("cursor")
    @Parameter(description = "next_cursor of the page before.")
    private @Nullable String cursor;

    @QueryParam("include")
    @Parameter(description = "total: counts the whole collection too.", schema = @Schema(enumeration = "total"))
    private @Nullable String include;

    /** @throws ProblemException malformed, {@code invalid_parameter} or {@code invalid_cursor} */
    public PageRequest toRequest() {
        if (include != null && !include.equals("total")) {
            throw invalid("include");
        }
        return new PageRequest(limit(), Optional.ofNullable(cursor).map(Cursor::decode), include != null);
    }

    private int limit() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int rows = Integer.parseInt(limit);
            if (rows >= 1 && rows <= PageRequest.MAXIMUM) {
                return rows;
            }
        } catch (NumberFormatException notANumber) {
            throw (ProblemException) invalid("limit").initCause(notANumber);
        }
        throw invalid("limit");
    }

    /** For a parameter whose value is out of range; the value itself is not repeated. */
    public static ProblemException invalid(String name) {
        return new ProblemException(
                ProblemKind.MALFORMED,
                "invalid_parameter",
                "A query parameter has a value that it can't have.",
                Map.of("parameter", name));
    }

    /** Reads an optional parameter of any type whose factory refuses with an IllegalArgumentException. */
    public static <T> Optional<T> read(String name, @Nullable String text, Function<String, T> type) {
        try {
            return Optional.ofNullable(text).map(type);
        } catch (IllegalArgumentException e) {
            throw (ProblemException) invalid(name).initCause(e);
        }
    }
}
