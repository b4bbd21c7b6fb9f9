package tel.ringer.warp.invitation;

import java.util.LinkedHashMap;
import java.util.Map;

/** How far a customer's settings may go on this platform. */
public record SettingsBounds(int longestDays, int pendingLimit) {
    /** What is out of bounds and why, by the setting's name; empty if nothing is. */
    public Map<String, String> faultsOf(InvitationSettings settings) {
        Map<String, String> faults = new LinkedHashMap<>();
        require(faults, "longest_days", settings.longestDays(), longestDays);
        require(faults, "default_days", settings.defaultDays(), Math.min(settings.longestDays(), longestDays));
        require(faults, "pending_limit", settings.pendingLimit(), pendingLimit);
        settings.reminderDays().ifPresent(days -> require(faults, "reminder_days", days, settings.longestDays() - 1));
        return faults;
    }

    private static void require(Map<String, String> faults, String name, int value, int most) {
        if (value < 1 || value > most) {
            faults.put(name, most < 1 ? "must be absent" : "must be 1 to " + most);
        }
    }

    /** What was allowed once may be too much today. */
    InvitationSettings confine(InvitationSettings settings) {
        int longest = Math.min(settings.longestDays(), longestDays);
        return new InvitationSettings(
                Math.min(settings.defaultDays(), longest),
                longest,
                Math.min(settings.pendingLimit(), pendingLimit),
                settings.reminderDays(),
                settings.language(),
                settings.replyTo());
    }
}
