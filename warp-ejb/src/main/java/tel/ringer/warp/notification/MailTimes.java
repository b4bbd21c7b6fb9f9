package tel.ringer.warp.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.setting.Settings;

/** When mails are looked for, tried again and given up, as configured. */
@ApplicationScoped
class MailTimes implements Settings {
    private static final String SETTING = "warp.mail.";

    @Inject
    @ConfigProperty(name = SETTING + "interval")
    private Duration interval;

    @Inject
    @ConfigProperty(name = SETTING + "retry-first")
    private Duration retryFirst;

    @Inject
    @ConfigProperty(name = SETTING + "retry-longest")
    private Duration retryLongest;

    @Inject
    @ConfigProperty(name = SETTING + "give-up-after")
    private Duration giveUpAfter;

    @Inject
    @ConfigProperty(name = SETTING + "lease")
    private Duration lease;

    @Override
    public void check() {
        Settings.requirePositive(SETTING + "interval", interval);
        Settings.requirePositive(SETTING + "retry-first", retryFirst);
        Settings.requirePositive(SETTING + "retry-longest", retryLongest);
        Settings.requirePositive(SETTING + "give-up-after", giveUpAfter);
        Settings.requirePositive(SETTING + "lease", lease);
    }

    /** How often each node looks for mails that are due. */
    Duration interval() {
        return interval;
    }

    RetryPauses pauses() {
        return new RetryPauses(retryFirst, retryLongest);
    }

    /** After that a mail that can't be sent is dead. */
    Duration giveUpAfter() {
        return giveUpAfter;
    }

    /** For how long a node has a mail to itself. */
    Duration lease() {
        return lease;
    }
}
