package tel.ringer.warp.identity.rest;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;
import tel.ringer.warp.setting.Settings;

/** The OpenID providers whose word WARP takes. */
@ApplicationScoped
public class Providers implements Settings {
    @Inject
    private Config config;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "warp.oidc.clock-skew")
    private Duration clockSkew;

    private List<Discovery> discoveries = List.of();

    @PostConstruct
    void read() {
        discoveries = new ProviderSettings(name -> config.getOptionalValue(name, String.class))
                .read().stream()
                        .map(provider -> new Discovery(provider, clockSkew, clock))
                        .toList();
    }

    @Override
    public void check() {
        Settings.requireNotNegative("warp.oidc.clock-skew", clockSkew);
    }

    /** The default one first. */
    public List<Provider> all() {
        return discoveries.stream().map(Discovery::provider).toList();
    }

    /** What people call them, by id. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        all().forEach(provider -> names.put(provider.id(), provider.name()));
        return Collections.unmodifiableMap(names);
    }

    /** @throws ProblemException malformed, {@code unknown_provider} */
    public Provider get(String id) {
        return all().stream()
                .filter(provider -> provider.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.MALFORMED, "unknown_provider", "There is no sign-in provider of that name."));
    }

    /** Empty if people have a choice. */
    Optional<Provider> only() {
        return all().size() == 1 ? Optional.of(all().get(0)) : Optional.empty();
    }

    public Optional<Provider> byIssuer(String issuer) {
        return all().stream()
                .filter(provider -> provider.issuer().equals(issuer))
                .findFirst();
    }

    /**
     * What the provider says about itself, as it said within the last hour.
     *
     * @throws ProblemException unavailable, {@code provider_unavailable}
     */
    DiscoveredProvider discovered(Provider provider) {
        return discoveries.stream()
                .filter(discovery -> discovery.provider().equals(provider))
                .findFirst()
                .orElseThrow()
                .get();
    }
}
