package tel.ringer.warp.notification;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Message-ID of a mail (RFC 5322, section 3.6.4), the same at each attempt: its id, which nobody guesses, so that
 * whoever names it has seen the mail or its headers.
 */
public final class MessageId {
    private static final Pattern FORM =
            Pattern.compile("<?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:@[^\\s<>]+)?>?");

    private MessageId() {}

    /** @param domain of the sender */
    static String of(UUID mail, String domain) {
        return "<" + mail + "@" + domain + ">";
    }

    /** The mail that is meant, by its whole Message-ID or its id alone; empty if none of WARP's can be. */
    public static Optional<UUID> mailOf(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
    }
}
