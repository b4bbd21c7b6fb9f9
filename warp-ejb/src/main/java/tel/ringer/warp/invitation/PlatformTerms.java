package tel.ringer.warp.invitation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.setting.Settings;

/** The terms of customers that have none of their own, and how far own ones may go, as configured. */
@ApplicationScoped
public class PlatformTerms implements Settings {
    private static final String SETTING = "warp.invitation.";
    /** A check of the database's. */
    private static final int LONGEST_OF_ALL = 90;

    @Inject
    @ConfigProperty(name = SETTING + "default-days")
    private int defaultDays;

    @Inject
    @ConfigProperty(name = SETTING + "longest-days")
    private int longestDays;

    @Inject
    @ConfigProperty(name = SETTING + "pending-limit")
    private int pendingLimit;

    @Inject
    @ConfigProperty(name = SETTING + "highest-pending-limit")
    private int highestPendingLimit;

    @Inject
    @ConfigProperty(name = SETTING + "reminder-days")
    private int reminderDays;

    @Inject
    @ConfigProperty(name = SETTING + "mail-language")
    private String language;

    /** The first call has them read. */
    @Override
    public void check() {}

    @PostConstruct
    void read() {
        if (longestDays > LONGEST_OF_ALL) {
            throw new IllegalArgumentException(SETTING + "longest-days: at most " + LONGEST_OF_ALL);
        }
        if (!language.matches(MailLanguage.TAGS)) {
            throw new IllegalArgumentException(SETTING + "mail-language: " + MailLanguage.TAGS + ", not " + language);
        }
        bounds().faultsOf(defaults()).forEach((name, fault) -> {
            throw new IllegalArgumentException(SETTING + name.replace('_', '-') + ": " + fault);
        });
    }

    public SettingsBounds bounds() {
        return new SettingsBounds(longestDays, highestPendingLimit);
    }

    InvitationSettings defaults() {
        return new InvitationSettings(
                defaultDays,
                longestDays,
                pendingLimit,
                reminderDays == 0 ? OptionalInt.empty() : OptionalInt.of(reminderDays),
                MailLanguage.of(language),
                Optional.empty());
    }
}
