package tel.ringer.warp.audit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sees every refusal of this node and writes some: the log can't be flooded, and no answer fails because of it. */
@ApplicationScoped
public class RefusalWatch {
    private static final System.Logger LOG = System.getLogger(RefusalWatch.class.getName());

    @Inject
    private Refusals refusals;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "warp.audit.refusals-per-minute")
    private int perMinute;

    @Inject
    @ConfigProperty(name = "warp.audit.refusals-per-minute-in-all")
    private int perMinuteInAll;

    @SuppressWarnings("NullAway.Init")
    private RefusalSampler sampler;

    @PostConstruct
    void start() {
        sampler = new RefusalSampler(perMinute, perMinuteInAll, clock);
    }

    /** @param refusal made only if it is written */
    public void saw(Refusal.Source source, Supplier<Refusal> refusal) {
        sampler.admit(source).ifPresent(suppressed -> write(source, refusal, suppressed));
    }

    private void write(Refusal.Source source, Supplier<Refusal> refusal, Refusal.Suppressed suppressed) {
        try {
            refusals.record(refusal.get(), suppressed);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "Not in the audit log: " + source + ", " + suppressed, e);
        }
    }
}
