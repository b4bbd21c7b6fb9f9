package tel.ringer.warp.attack;

/**
 * Something that the walls should not have let through.
 *
 * @param where the route; the table, for what was found in the database afterwards
 * @param evidence request and answer, or the row
 */
public record Finding(String what, String where, String evidence) {
    /** By which findings that have one cause are put together. */
    public String kind() {
        return what + " at " + where;
    }

    @Override
    public String toString() {
        return kind() + "\n" + evidence.indent(4);
    }
}
