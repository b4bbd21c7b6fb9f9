package tel.ringer.warp.notification;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail as its reader sees it, the same in plain text and in HTML.
 *
 * @param to address, its domain as A-label
 * @param replyTo address for answers, its domain as A-label; empty for nowhere in particular
 */
public record Mail(String to, Optional<String> replyTo, String subject, String text, String html) {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");

    public Mail {
        // A line break would begin another header (RFC 5322, section 2.2).
        subject = CONTROL.matcher(subject).replaceAll(" ");
    }

    /** The body holds the link. */
    @Override
    public String toString() {
        return "Mail[hidden]";
    }
}
