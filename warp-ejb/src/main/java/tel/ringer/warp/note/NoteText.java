package tel.ringer.warp.note;

import java.util.regex.Pattern;

/** What a note says: plain text as it was written, which whoever shows it escapes. */
public record NoteText(String value) {
    /** In UTF-16 units. */
    public static final int LONGEST = 10_000;

    /** Without halves of characters, which can't be stored. */
    public static final String FORM = "[^\\p{Cs}]*";

    private static final Pattern WHOLE = Pattern.compile(FORM);

    /** @throws IllegalArgumentException if the text is blank, too long or has another form */
    public NoteText {
        if (value.isBlank() || value.length() > LONGEST || !WHOLE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the text of a note");
        }
    }
}
