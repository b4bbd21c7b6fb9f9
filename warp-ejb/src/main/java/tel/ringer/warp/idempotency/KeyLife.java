package tel.ringer.warp.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.setting.Settings;

/** How long a key stands for its request, as configured. */
@ApplicationScoped
class KeyLife implements Settings {
    private static final String SETTING = "warp.idempotency.keep-for";

    @Inject
    @ConfigProperty(name = SETTING)
    private Duration keepFor;

    @Override
    public void check() {
        Settings.requirePositive(SETTING, keepFor);
    }

    /** What was used before this is forgotten. */
    Instant start(Instant now) {
        return now.minus(keepFor);
    }
}
