package tel.ringer.warp.audit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tel.ringer.warp.time.ClockMeter;

/**
 * Which refusals are written: a few of each source, and of all sources together no more than a node's share. Callers
 * who are known have a share of their own, so that nobody hides theirs behind a flood of anonymous ones.
 */
final class RefusalSampler {
    /** Of so many sources the refusals are counted; of the one that was quiet for longest they no longer are. */
    static final int MOST_SOURCES = 1000;

    private final TimeMeter time;
    private final int perMinute;
    private final Bucket ofKnown;
    private final Bucket ofAnonymous;
    private final Map<Refusal.Source, Sample> samples = new LinkedHashMap<>();
    private long forgotten;

    /** @param perMinuteInAll for known callers, and as many for anonymous ones */
    RefusalSampler(int perMinute, int perMinuteInAll, Clock clock) {
        this.time = new ClockMeter(clock);
        this.perMinute = perMinute;
        this.ofKnown = bucket(perMinuteInAll);
        this.ofAnonymous = bucket(perMinuteInAll);
    }

    private Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    /** @return what was not written before; empty if this one is not to be written either */
    synchronized Optional<Refusal.Suppressed> admit(Refusal.Source source) {
        Sample sample = recall(source);
        Bucket share = source.actor().isPresent() ? ofKnown : ofAnonymous;
        if (!sample.bucket.tryConsume(1) || !share.tryConsume(1)) {
            sample.suppressed++;
            return Optional.empty();
        }
        Refusal.Suppressed suppressed = new Refusal.Suppressed(sample.suppressed, forgotten);
        sample.suppressed = 0;
        forgotten = 0;
        return Optional.of(suppressed);
    }

    /** Moves the source to the end of those that will be forgotten. */
    private Sample recall(Refusal.Source source) {
        Sample known = samples.remove(source);
        Sample sample = known == null ? new Sample(bucket(perMinute)) : known;
        samples.put(source, sample);
        if (samples.size() > MOST_SOURCES) {
            Refusal.Source quietest = samples.keySet().iterator().next();
            forgotten += samples.remove(quietest).suppressed;
        }
        return sample;
    }

    private static final class Sample {
        private final Bucket bucket;
        private long suppressed;

        Sample(Bucket bucket) {
            this.bucket = bucket;
        }
    }
}
