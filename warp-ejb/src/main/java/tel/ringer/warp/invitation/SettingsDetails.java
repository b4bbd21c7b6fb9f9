package tel.ringer.warp.invitation;

/**
 * The settings in force and what they leave.
 *
 * @param revision changes whenever the settings do
 */
public record SettingsDetails(InvitationSettings settings, InvitationBudget budget, long revision) {}
