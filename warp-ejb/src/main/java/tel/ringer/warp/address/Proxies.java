package tel.ringer.warp.address;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.setting.Settings;

/** The proxies in front of WARP, and who stands behind them. */
@ApplicationScoped
public class Proxies implements Settings {
    private static final String SETTING = "warp.http.trusted-proxies";

    @Inject
    @ConfigProperty(name = SETTING)
    private Optional<String> setting;

    @SuppressWarnings("NullAway.Init")
    private Networks trusted;

    /** The first call has them read. */
    @Override
    public void check() {}

    @PostConstruct
    void read() {
        trusted = Networks.parse(SETTING, setting.orElse(""));
    }

    /**
     * The address that a request comes from: of those that it went through the last one that is no proxy of ours.
     *
     * @param peer who is connected
     * @param forwardedFor what {@code X-Forwarded-For} says, each hop's entry after those before
     */
    public String client(String peer, List<String> forwardedFor) {
        return client(trusted, peer, forwardedFor);
    }

    static String client(Networks trusted, String peer, List<String> forwardedFor) {
        List<String> hops = forwardedFor.stream()
                .flatMap(line -> List.of(line.split(",", -1)).stream())
                .map(String::strip)
                .toList();
        String client = peer;
        for (int i = hops.size() - 1; i >= 0 && trusted.contain(client); i--) {
            Optional<IpAddress> hop = IpAddress.parse(hops.get(i));
            if (hop.isEmpty()) {
                // What a trusted proxy wrote that is no address names nobody; who passed it on is known.
                return client;
            }
            client = hop.get().toString();
        }
        return client;
    }
}
