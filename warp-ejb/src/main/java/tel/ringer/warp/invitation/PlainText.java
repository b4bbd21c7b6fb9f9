package tel.ringer.warp.invitation;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes text that people wrote harmless for mails and pages: Unicode NFC, nothing invisible, and nothing that a mail
 * client takes for a link. Letters of all languages stay, and what joins them.
 */
final class PlainText {
    /** Names and the like; more is cut. */
    static final int LONGEST_LINE = 500;

    private static final int LONGEST_NAME = 100;

    /** Before which a joiner has a meaning: letters of cursive and Indic scripts (RFC 5892, appendix A), pictures. */
    private static final String JOINED =
            "[\\p{IsArabic}\\p{IsSyriac}\\p{IsMongolian}\\p{IsDevanagari}\\p{IsBengali}\\p{IsGurmukhi}\\p{IsGujarati}"
                    + "\\p{IsOriya}\\p{IsTamil}\\p{IsTelugu}\\p{IsKannada}\\p{IsMalayalam}\\p{IsSinhala}\\p{So}\ud83c\udffb-\ud83c\udfff\ufe0f]";
    /** Controls, formats, private use, halves of characters, and letters and marks that have no shape. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0&&[^\\n\u200c\u200d]]" + "|(?<!"
                    + JOINED + ")[\u200c\u200d]|(?<=[\\p{L}:/.@])[\ufe00-\ufe0f]");

    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n?|[\u2028\u2029]");
    private static final Pattern LINK = Pattern.compile("(?i)(?:[a-z0-9+.-]*://|\\\\\\\\)\\S*"
            + "|(?<![a-z])(?:www\\.|(?:mailto|javascript|vbscript|data|file|tel|sms):)\\S+");
    /** Where a client sees the end of a domain's name begin; ideographic stops count as dots (RFC 3490, section 3.1). */
    private static final Pattern DOMAIN =
            Pattern.compile("(?<=\\S)(\\.(?=\\p{L}{2})|[\u3002\uff0e\uff61](?=[a-zA-Z]{2}))");

    private static final Pattern EMPTY_LINES = Pattern.compile("\\n\\s*\\n\\s*\\n");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private PlainText() {}

    /** Text of several lines; empty if nothing is left. */
    static Optional<String> lines(String written, int longest) {
        return some(EMPTY_LINES.matcher(harmless(written)).replaceAll("\n\n"), longest);
    }

    /** Text of one line; empty if nothing is left. */
    static Optional<String> line(String written) {
        return line(written, LONGEST_LINE);
    }

    /** What somebody or something is called, in any case something. */
    static String name(String written) {
        return line(written, LONGEST_NAME).orElse("\u2014");
    }

    private static Optional<String> line(String written, int longest) {
        return some(SPACES.matcher(harmless(written)).replaceAll(" "), longest);
    }

    private static Optional<String> some(String text, int longest) {
        String kept = text.strip();
        if (kept.codePointCount(0, kept.length()) > longest) {
            kept = kept.substring(0, kept.offsetByCodePoints(0, longest)).strip();
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
    }

    private static String harmless(String written) {
        String broken = LINE_BREAK.matcher(written.replace('\t', ' ')).replaceAll("\n");
        String visible = Normalizer.normalize(INVISIBLE.matcher(broken).replaceAll(""), Normalizer.Form.NFC);
        String unlinked = visible;
        String before;
        do {
            before = unlinked;
            unlinked = LINK.matcher(before).replaceAll("");
        } while (!unlinked.equals(before));
        return DOMAIN.matcher(unlinked).replaceAll("$1 ");
    }
}
