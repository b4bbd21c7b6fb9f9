package tel.ringer.warp.limit.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import tel.ringer.warp.limit.Limit;

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
    private MetricRegistry metrics;

    void count(Limit limit) {
        metrics.counter(METADATA, new Tag("limit", limit.name().toLowerCase(Locale.ROOT)))
                .inc();
    }
}
