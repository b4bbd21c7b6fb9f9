package tel.ringer.warp.limit.rest;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.address.Networks;
import tel.ringer.warp.setting.Settings;

/** From where nothing is limited: an operator's own portal, say, through which all its people sign in. */
@ApplicationScoped
class ExemptAddresses implements Settings {
    private static final String SETTING = "warp.limits.exempt";

    @Inject
    @ConfigProperty(name = SETTING)
    private Optional<String> setting;

    @SuppressWarnings("NullAway.Init")
    private Networks networks;

    /** The first call has them read. */
    @Override
    public void check() {}

    @PostConstruct
    void read() {
        networks = Networks.parse(SETTING, setting.orElse(""));
    }

    boolean contain(String address) {
        return networks.contain(address);
    }
}
