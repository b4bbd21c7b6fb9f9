package tel.ringer.warp.identity;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What a person wants to be called: one line of up to 100 characters, with a letter or a digit and nothing invisible. */
public record PersonName(String value) {
    private static final int LONGEST = 100;

    /** But for what joins letters of some scripts, and pictures. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\u200c\u200d]]");

    private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{N}]");

    /** @throws IllegalArgumentException if the text is no such name */
    public PersonName {
        value = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
        if (value.codePointCount(0, value.length()) > LONGEST
                || INVISIBLE.matcher(value).find()
                || !VISIBLE.matcher(value).find()) {
            throw new IllegalArgumentException("Not a name");
        }
    }
}
