package tel.ringer.warp.invitation;

import java.util.Optional;
import java.util.regex.Pattern;
import tel.ringer.warp.problem.ProblemException;

/** What an inviter adds in their own words: plain text without links and control characters, at most 1000 long. */
public record PersonalMessage(String text) {
    private static final int LONGEST = 1000;
    private static final Pattern LINK =
            Pattern.compile("(?i)(?:[a-z0-9+.-]*://|(?<![a-z])(?:www\\.|mailto:|javascript:|data:))\\S*");
    /** Control and format characters: zero width, bidirectional overrides and the like. Line breaks stay. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n]]");

    /**
     * Takes out what a message must not hold; empty if nothing is left.
     *
     * @throws ProblemException invalid, {@code message_too_long}
     */
    public static Optional<PersonalMessage> of(String written) {
        if (written.length() > LONGEST) {
            throw ProblemException.invalid("message_too_long", "A message has at most " + LONGEST + " characters.");
        }
        String visible = INVISIBLE.matcher(written.replace("\r\n", "\n")).replaceAll("");
        String plain = LINK.matcher(visible).replaceAll("").strip();
        return plain.isEmpty() ? Optional.empty() : Optional.of(new PersonalMessage(plain));
    }
}
