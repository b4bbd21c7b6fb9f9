package tel.ringer.warp.invitation.rest;

import org.jspecify.annotations.Nullable;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.invitation.InvitationBudget;
import tel.ringer.warp.invitation.InvitationSettings;
import tel.ringer.warp.invitation.SettingsBounds;
import tel.ringer.warp.invitation.SettingsDetails;

/** The terms of a customer's invitations, how far they may go, and what is left of them. */
public record InvitationSettingsResponse(
        int defaultDays,
        int longestDays,
        int pendingLimit,
        @Nullable Integer reminderDays,
        String mailLanguage,
        @Nullable String replyTo,
        Bounds bounds,
        Budget budget) {
    /** The most that this platform allows. */
    public record Bounds(int longestDays, int pendingLimit) {}

    /** How many more invitations may be pending. */
    public record Budget(long pending, int pendingLimit, long remaining) {}

    static InvitationSettingsResponse of(SettingsDetails details, SettingsBounds bounds) {
        InvitationSettings settings = details.settings();
        InvitationBudget budget = details.budget();
        return new InvitationSettingsResponse(
                settings.defaultDays(),
                settings.longestDays(),
                settings.pendingLimit(),
                settings.reminderDays().isPresent() ? settings.reminderDays().getAsInt() : null,
                settings.language().tag(),
                settings.replyTo().map(EmailAddress::written).orElse(null),
                new Bounds(bounds.longestDays(), bounds.pendingLimit()),
                new Budget(budget.pending(), budget.pendingLimit(), budget.remaining()));
    }
}
