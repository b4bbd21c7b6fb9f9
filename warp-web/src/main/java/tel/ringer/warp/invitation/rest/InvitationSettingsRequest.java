package tel.ringer.warp.invitation.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.http.rest.FieldError;
import tel.ringer.warp.http.rest.InvalidBodyException;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.invitation.InvitationSettings;
import tel.ringer.warp.invitation.MailLanguage;
import tel.ringer.warp.invitation.SettingsBounds;
import tel.ringer.warp.problem.ProblemException;

/**
 * All terms of a customer's invitations.
 *
 * @param defaultDays how long a link works if the inviter does not say
 * @param longestDays how long an inviter may make it work
 * @param pendingLimit how many invitations may be pending at once
 * @param reminderDays how long before expiry the invited person is reminded; never if absent
 * @param mailLanguage of the mails, as BCP 47 has it
 * @param replyTo address for answers to the mails
 */
public record InvitationSettingsRequest(
        @NotNull Integer defaultDays,
        @NotNull Integer longestDays,
        @NotNull Integer pendingLimit,
        @Nullable Integer reminderDays,
        @NotNull @Pattern(regexp = MailLanguage.TAGS, message = "must be en or es") String mailLanguage,
        @Nullable String replyTo) {
    /** @throws InvalidBodyException naming each that is out of bounds */
    InvitationSettings toSettings(SettingsBounds bounds) {
        InvitationSettings wanted = new InvitationSettings(
                defaultDays,
                longestDays,
                pendingLimit,
                reminderDays == null ? OptionalInt.empty() : OptionalInt.of(reminderDays),
                MailLanguage.of(mailLanguage),
                Optional.ofNullable(replyTo).map(InvitationSettingsRequest::address));
        List<FieldError> errors = bounds.faultsOf(wanted).entrySet().stream()
                .map(fault -> new FieldError("/" + fault.getKey(), fault.getValue()))
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidBodyException(errors);
        }
        return wanted;
    }

    private static EmailAddress address(String written) {
        try {
            return EmailAddress.of(written);
        } catch (ProblemException e) {
            throw (InvalidBodyException)
                    new InvalidBodyException(List.of(new FieldError("/reply_to", e.detail()))).initCause(e);
        }
    }
}
