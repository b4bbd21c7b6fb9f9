package tel.ringer.warp.paging;

import java.util.Optional;

/**
 * Which stretch of a collection is asked for.
 *
 * @param limit rows, 1 to 1000; a client may ask for {@link #MAXIMUM}
 * @param after the last row that was seen
 * @param withTotal whether to count the whole collection too
 */
public record PageRequest(int limit, Optional<Cursor> after, boolean withTotal) {
    public static final int MAXIMUM = 200;

    private static final int STEP = 1000;

    public PageRequest {
        if (limit < 1 || limit > STEP) {
            throw new IllegalArgumentException("A page has 1 to 1000 rows");
        }
    }

    /** A page of those in which all is read, one after the other. */
    public static PageRequest step(Optional<Cursor> after) {
        return new PageRequest(STEP, after, false);
    }
}
