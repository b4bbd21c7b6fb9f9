package tel.ringer.warp.http.rest;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they are on the wire. */
public final class SnakeCase {
    private static final Pattern CAPITAL = Pattern.compile("([A-Z])");

    private SnakeCase() {}

    public static String of(String camelCase) {
        return CAPITAL.matcher(camelCase).replaceAll("_$1").toLowerCase(Locale.ROOT);
    }
}
