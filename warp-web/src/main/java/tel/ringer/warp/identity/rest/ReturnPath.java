package tel.ringer.warp.identity.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/**
 * Where a browser goes after the sign-in: a path of WARP itself, whatever reads it. Browsers take {@code \} for
 * {@code /} and skip tabs and line breaks (URL Standard, section 4.4), proxies decode what is encoded, front ends join
 * paths; so none of this is in it.
 */
record ReturnPath(String value) {
    static final ReturnPath ROOT = new ReturnPath("/");
    private static final int LONGEST = 1000;
    private static final Pattern HARMLESS = Pattern.compile("/(?!/)[!-~&&[^\\\\\"<>^`{|}]]*");
    /** Encoded in the path: slash, backslash, dot, percent sign and control characters. */
    private static final Pattern ENCODED = Pattern.compile("%(?:2f|5c|2e|25|[01].|7f)", Pattern.CASE_INSENSITIVE);
    /** Sign-in would begin again and again; and what is in a query gets into logs, links of invitations must not. */
    private static final List<String> ELSEWHERE = List.of("/auth", "/invitations");

    /** @throws ProblemException malformed, {@code invalid_return_to} */
    static ReturnPath of(String text) {
        if (text.length() > LONGEST || !HARMLESS.matcher(text).matches() || !isLocal(text)) {
            throw new ProblemException(
                    ProblemKind.MALFORMED, "invalid_return_to", "return_to has to be a path of this site.");
        }
        return new ReturnPath(text);
    }

    private static boolean isLocal(String text) {
        try {
            URI address = new URI(text);
            String path = address.getRawPath();
            return address.getScheme() == null
                    && address.getRawAuthority() == null
                    && path.equals(address.normalize().getRawPath())
                    && !path.contains("//")
                    && !path.contains(";")
                    && !ENCODED.matcher(path).find()
                    && ELSEWHERE.stream().noneMatch(begin -> begins(path.toLowerCase(Locale.ROOT), begin));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static boolean begins(String path, String begin) {
        return path.equals(begin) || path.startsWith(begin + "/");
    }
}
