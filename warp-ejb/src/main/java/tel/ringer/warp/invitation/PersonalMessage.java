package tel.ringer.warp.invitation;

import java.util.Optional;
import tel.ringer.warp.problem.ProblemException;

/** What an inviter adds in their own words: plain text without links and control characters, at most 1000 long. */
public record PersonalMessage(String text) {
    private static final int LONGEST = 1000;

    /**
     * Takes out what a message must not hold; empty if nothing is left.
     *
     * @throws ProblemException invalid, {@code message_too_long}
     */
    public static Optional<PersonalMessage> of(String written) {
        if (written.length() > LONGEST) {
            throw ProblemException.invalid("message_too_long", "A message has at most " + LONGEST + " characters.");
        }
        return PlainText.lines(written, LONGEST).map(PersonalMessage::new);
    }
}
