package tel.ringer.warp.notification;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How mail servers say what became of a mail (RFC 3463): "5.1.1" is a mailbox that does not exist. */
public record EnhancedStatus(int type, int subject, int detail) {
    private static final int FAILED_FOR_GOOD = 5;
    private static final int ADDRESS = 1;
    /** Bad mailbox, bad system, bad syntax, moved, takes no mail (RFC 7505); the others are about the sender. */
    private static final Set<Integer> OF_THE_RECIPIENT = Set.of(1, 2, 3, 6, 10);

    private static final Pattern FORM = Pattern.compile("([245])\\.([0-9]{1,3})\\.([0-9]{1,3})(?:[ (].*)?");

    /** Empty if the text does not begin with one. */
    public static Optional<EnhancedStatus> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new EnhancedStatus(number(matcher, 1), number(matcher, 2), number(matcher, 3)))
                : Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** Whether mail to the address will never arrive. A full mailbox or a refused text is no such thing. */
    public boolean saysThatTheAddressIsDead() {
        return type == FAILED_FOR_GOOD && subject == ADDRESS && OF_THE_RECIPIENT.contains(detail);
    }
}
