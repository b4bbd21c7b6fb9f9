package tel.ringer.warp.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.setting.Settings;

/** How long sessions live here. */
@ApplicationScoped
class SessionSettings implements Settings {
    @Inject
    @ConfigProperty(name = "warp.session.idle-for")
    private Duration idleFor;

    @Inject
    @ConfigProperty(name = "warp.session.longest-for")
    private Duration longestFor;

    @Inject
    @ConfigProperty(name = "warp.session.reuse-grace")
    private Duration reuseGrace;

    @Override
    public void check() {
        limits();
    }

    SessionLimits limits() {
        return new SessionLimits(idleFor, longestFor, reuseGrace);
    }
}
