package tel.ringer.warp.notification;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What somebody outside says of a mail.
 *
 * @param mail the id in its Message-ID
 * @param source how they name this report, by which it is known again
 * @param recipient whom they name; empty where only WARP's own recipient can be meant
 * @param suppression why the mail's address is to get no more mail
 */
public record MailReport(
        UUID mail, String source, Optional<String> recipient, MailStep step, Optional<SuppressionReason> suppression) {
    private static final int LONGEST_SOURCE = 200;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\s]+");

    public MailReport {
        source = plain(source);
        source = source.length() <= LONGEST_SOURCE ? source : source.substring(0, LONGEST_SOURCE);
        step = new MailStep(step.kind(), step.at(), step.reason().map(MailReport::plain));
    }

    /**
     * What a report about somebody to whom the mail was passed on says of the mail: neither that its address is dead nor
     * where it was passed on to.
     */
    MailReport aboutSomebodyElse() {
        return new MailReport(
                mail, source, recipient, new MailStep(step.kind(), step.at(), Optional.empty()), Optional.empty());
    }

    /** As one line. */
    private static String plain(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }
}
