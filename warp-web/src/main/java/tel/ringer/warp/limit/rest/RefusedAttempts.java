package tel.ringer.warp.limit.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import tel.ringer.warp.limit.Limit;
import tel.ringer.warp.metrics.ServerMetrics;

/** Counts what is refused, by limit and by nothing that tells who it was. */
@ApplicationScoped
class RefusedAttempts {
    static final String NAME = "warp_attempts_refused";

    private static final Metadata METADATA = Metadata.builder()
            .withName(NAME)
            .withDescription("Attempts at public operations that were refused because there were too many.")
            .withUnit(MetricUnits.NONE)
            .build();

    @Inject
    private ServerMetrics metrics;

    void count(Limit limit) {
        metrics.ifOn(registry -> registry.counter(
                        METADATA, new Tag("limit", limit.name().toLowerCase(Locale.ROOT)))
                .inc());
    }
}
