package tel.ringer.warp.invitation.rest;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import tel.ringer.warp.http.rest.FieldError;
import tel.ringer.warp.http.rest.InvalidBodyException;
import tel.ringer.warp.invitation.InvitationSettings;
import tel.ringer.warp.invitation.SettingsBounds;

/**
 * All terms of a customer's invitations.
 *
 * @param defaultDays how long a link works if the inviter does not say
 * @param longestDays how long an inviter may make it work
 * @param pendingLimit how many invitations may be pending at once
 */
public record InvitationSettingsRequest(
        @NotNull Integer defaultDays, @NotNull Integer longestDays, @NotNull Integer pendingLimit) {
    /** @throws InvalidBodyException naming each that is out of bounds */
    InvitationSettings toSettings(SettingsBounds bounds) {
        InvitationSettings wanted = new InvitationSettings(defaultDays, longestDays, pendingLimit);
        List<FieldError> errors = bounds.faultsOf(wanted).entrySet().stream()
                .map(fault -> new FieldError("/" + fault.getKey(), fault.getValue()))
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidBodyException(errors);
        }
        return wanted;
    }
}
