package tel.ringer.warp.http.rest;

import java.util.regex.Pattern;

/** Cells that a spreadsheet would compute get an apostrophe before them, which can be taken away again. */
public final class SpreadsheetCell {
    /** What OWASP names, full width too; after apostrophes as well, so that taking one away is the exact way back. */
    private static final Pattern FORMULA =
            Pattern.compile("'*[=+@\\t\\r\\n\uff1d\uff0b\uff0d\uff20-].*", Pattern.DOTALL);

    private SpreadsheetCell() {}

    public static String notComputed(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    public static String computedAgain(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
