package tel.ringer.warp.paging;

import java.util.Optional;

/**
 * Which stretch of a collection is asked for.
 *
 * @param limit rows, 1 to 200
 * @param after the last row that was seen
 * @param withTotal whether to count the whole collection too
 */
public record PageRequest(int limit, Optional<Cursor> after, boolean withTotal) {
    public static final int MAXIMUM = 200;

    public PageRequest {
        if (limit < 1 || limit > MAXIMUM) {
            throw new IllegalArgumentException("A page has 1 to 200 rows");
        }
    }
}
