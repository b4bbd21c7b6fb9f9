package tel.ringer.warp.http.rest;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.setting.Settings;

/** The origins that the operator named. */
@ApplicationScoped
public class OriginSetting implements Settings {
    @Inject
    @ConfigProperty(name = "warp.cors.origins")
    private Optional<String> setting;

    @SuppressWarnings("NullAway.Init")
    private AllowedOrigins origins;

    /** The first call has them read. */
    @Override
    public void check() {}

    @PostConstruct
    void read() {
        origins = AllowedOrigins.parse(setting.orElse(""));
    }

    AllowedOrigins origins() {
        return origins;
    }
}
