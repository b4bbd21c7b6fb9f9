package tel.ringer.warp.identity;

import java.util.regex.Pattern;

/**
 * What opened a session and from where, for its person to know it again.
 *
 * @param userAgent as the browser or program names itself; blank if it does not
 * @param address from which the request came
 */
record SessionOrigin(String userAgent, String address) {
    private static final int LONGEST_AGENT = 200;
    private static final int LONGEST_ADDRESS = 100;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Z}]+");

    SessionOrigin {
        userAgent = shortened(userAgent, LONGEST_AGENT);
        address = shortened(address, LONGEST_ADDRESS);
    }

    /** Anybody may send any text: what can't be seen becomes a blank, and a half of a pair of characters is left out. */
    private static String shortened(String text, int longest) {
        String plain = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        int end = plain.offsetByCodePoints(0, Math.min(longest, plain.codePointCount(0, plain.length())));
        return plain.substring(0, end).strip();
    }
}
