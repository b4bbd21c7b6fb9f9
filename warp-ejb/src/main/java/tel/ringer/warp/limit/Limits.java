package tel.ringer.warp.limit;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import tel.ringer.warp.database.SharedBuckets;
import tel.ringer.warp.setting.Settings;
import tel.ringer.warp.time.ClockMeter;

/**
 * Takes from buckets that all nodes share. A node first takes from a bucket of its own with the same quota: what that
 * refuses is refused without a look at the database, its first tenth is given without one, and if the database of the
 * buckets does not answer, it alone decides. Nobody is let in or shut out because that database is away.
 */
@ApplicationScoped
public class Limits implements Settings {
    private static final System.Logger LOG = System.getLogger(Limits.class.getName());
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    @Inject
    private SharedBuckets shared;

    @Inject
    private BucketNames names;

    @Inject
    private Clock clock;

    @Inject
    private Config config;

    private final Map<Limit, Quota> quotas = new EnumMap<>(Limit.class);

    @SuppressWarnings("NullAway.Init")
    private ClockMeter time;

    @SuppressWarnings("NullAway.Init")
    private LocalBuckets local;

    private volatile long awayUntil = Long.MIN_VALUE;

    /** The first call has them read. */
    @Override
    public void check() {}

    @PostConstruct
    void read() {
        for (Limit limit : Limit.values()) {
            quotas.put(limit, new Quota(limit, config.getValue(limit.setting(), Integer.class)));
        }
        time = new ClockMeter(clock);
        local = new LocalBuckets(time);
    }

    private Quota quota(Limit limit) {
        return Objects.requireNonNull(quotas.get(limit), limit.setting());
    }

    /**
     * Takes one. Must not be called inside a transaction: it may wait for the database of the buckets.
     *
     * @param subject whom or what is counted; only a keyed hash of it is kept
     * @return empty if there was one; otherwise how long until there is
     */
    public Optional<Duration> take(Limit limit, String subject) {
        Quota quota = quota(limit);
        LocalBuckets.Count count = local.of(BucketNames.inMemory(limit, subject), quota);
        long empty = count.emptyFor(time.currentTimeNanos());
        if (empty > 0) {
            return Optional.of(Duration.ofNanos(empty));
        }
        ConsumptionProbe probe = count.bucket().tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            return Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        boolean few = quota.most() - probe.getRemainingTokens() <= quota.withoutAsking();
        return few ? Optional.empty() : ask(limit, subject, quota, count);
    }

    private Optional<Duration> ask(Limit limit, String subject, Quota quota, LocalBuckets.Count count) {
        if (time.currentTimeNanos() < awayUntil) {
            return Optional.empty();
        }
        try {
            ConsumptionProbe probe = shared.take(names.of(limit, subject), quota.configuration());
            if (probe.isConsumed()) {
                return Optional.empty();
            }
            count.emptyUntil(time.currentTimeNanos() + probe.getNanosToWaitForRefill());
            return Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        } catch (RuntimeException e) {
            awayUntil = time.currentTimeNanos() + PAUSE_AFTER_FAILURE.toNanos();
            LOG.log(System.Logger.Level.WARNING, () -> "Limits are this node's own for a moment: " + e);
            return Optional.empty();
        }
    }
}
