package tel.ringer.warp.invitation;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/**
 * The terms of one customer's invitations.
 *
 * @param defaultDays how long a link works if the inviter does not say
 * @param longestDays how long an inviter may make it work
 * @param pendingLimit how many invitations may be pending at once
 * @param reminderDays how long before expiry the invited person is reminded; empty for never
 * @param replyTo where answers to mails go; empty for nowhere in particular
 */
public record InvitationSettings(
        int defaultDays,
        int longestDays,
        int pendingLimit,
        OptionalInt reminderDays,
        MailLanguage language,
        Optional<EmailAddress> replyTo) {
    /** @throws ProblemException invalid, {@code validity_out_of_range} */
    int days(OptionalInt wanted) {
        int days = wanted.orElse(defaultDays);
        if (days < 1 || days > longestDays) {
            throw new ProblemException(
                    ProblemKind.INVALID,
                    "validity_out_of_range",
                    "An invitation is valid for 1 to " + longestDays + " days.",
                    Map.of("longest_days", longestDays));
        }
        return days;
    }

    /** As the audit log and the wire name them. */
    Map<String, String> named() {
        return Map.of(
                "default_days", Integer.toString(defaultDays),
                "longest_days", Integer.toString(longestDays),
                "pending_limit", Integer.toString(pendingLimit),
                "reminder_days", reminderDays.isPresent() ? Integer.toString(reminderDays.getAsInt()) : "off",
                "mail_language", language.tag(),
                "reply_to", replyTo.map(EmailAddress::written).orElse("none"));
    }
}
