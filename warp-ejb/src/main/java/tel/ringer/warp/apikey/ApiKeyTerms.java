package tel.ringer.warp.apikey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;
import tel.ringer.warp.setting.Settings;

/** How long keys last, as configured. */
@ApplicationScoped
class ApiKeyTerms implements Settings {
    @Inject
    @ConfigProperty(name = "warp.api-key.default-for")
    private Duration defaultFor;

    @Inject
    @ConfigProperty(name = "warp.api-key.longest-for")
    private Duration longestFor;

    @Override
    public void check() {
        Settings.requirePositive("warp.api-key.default-for", defaultFor);
        if (defaultFor.compareTo(longestFor) > 0) {
            throw new IllegalArgumentException(
                    "warp.api-key.default-for: at most warp.api-key.longest-for, which is " + longestFor);
        }
    }

    /** @throws ProblemException invalid, {@code expiry_out_of_range} */
    Instant expiry(Optional<Instant> wanted, Instant now) {
        Instant latest = now.plus(longestFor);
        Instant expiry = wanted.orElse(now.plus(defaultFor)).truncatedTo(ChronoUnit.SECONDS);
        if (!expiry.isAfter(now) || expiry.isAfter(latest)) {
            throw new ProblemException(
                    ProblemKind.INVALID,
                    "expiry_out_of_range",
                    "An API key expires in the future, at the latest at " + latest + ".",
                    Map.of("latest", latest));
        }
        return expiry;
    }
}
