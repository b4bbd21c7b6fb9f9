package tel.ringer.warp.paging;

/**
 * What somebody looks for, as a pattern for LIKE with the escape character {@code \}. The database brings both sides to
 * lower case: Java's is not PostgreSQL's for each letter.
 */
public final class SearchText {
    private SearchText() {}

    /** For texts that contain this one; its own placeholders are taken literally. */
    public static String containing(String text) {
        String literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return "%" + literal + "%";
    }
}
