package tel.ringer.warp.paging;

import java.util.Locale;

/** What somebody looks for, as a pattern for LIKE with the escape character {@code \}. */
public final class SearchText {
    private SearchText() {}

    /** For texts in lower case that contain this one; its own placeholders are taken literally. */
    public static String containing(String text) {
        String literal = text.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + literal + "%";
    }
}
