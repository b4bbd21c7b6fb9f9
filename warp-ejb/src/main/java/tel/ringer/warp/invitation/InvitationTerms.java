package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.setting.Settings;

/** On which terms a customer invites, and how long things last. */
@ApplicationScoped
class InvitationTerms implements Settings {
    @Inject
    private PlatformTerms platform;

    @Inject
    private StoredSettingsRepository repository;

    @Inject
    @ConfigProperty(name = "warp.invitation.resend-pause")
    private Duration resendPause;

    @Inject
    @ConfigProperty(name = "warp.invitation.keep-for")
    private Duration keepFor;

    @Override
    public void check() {
        Settings.requireNotNegative("warp.invitation.resend-pause", resendPause);
        Settings.requirePositive("warp.invitation.keep-for", keepFor);
    }

    /** The customer's own terms within the platform's, or the platform's. */
    InvitationSettings of(CustomerId customer) {
        return of(repository.find(customer));
    }

    InvitationSettings of(Optional<StoredSettings> stored) {
        return stored.map(StoredSettings::settings)
                .map(platform.bounds()::confine)
                .orElseGet(platform::defaults);
    }

    /** The shortest time between two mails of one invitation. */
    Duration resendPause() {
        return resendPause;
    }

    /** How long an ended invitation stays as history. */
    Duration keepFor() {
        return keepFor;
    }
}
