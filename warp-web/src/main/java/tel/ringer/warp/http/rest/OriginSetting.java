package tel.ringer.warp.http.rest;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The origins that the operator named. */
@ApplicationScoped
public class OriginSetting {
    @Inject
    @ConfigProperty(name = "warp.cors.origins")
    private Optional<String> setting;

    @SuppressWarnings("NullAway.Init")
    private AllowedOrigins origins;

    /** Whoever calls it first has the setting read; a wrong one is an {@link IllegalArgumentException}. */
    public void start() {}

    @PostConstruct
    void read() {
        origins = AllowedOrigins.parse(setting.orElse(""));
    }

    AllowedOrigins origins() {
        return origins;
    }
}
