package tel.ringer.warp.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.util.LinkedHashMap;
import java.util.Map;

/** The buckets of this node: of those that were asked for lately, the others are as good as full. */
final class LocalBuckets {
    /** About a hundred bytes each. */
    static final int MOST = 20_000;

    private final TimeMeter time;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST;
        }
    };

    LocalBuckets(TimeMeter time) {
        this.time = time;
    }

    synchronized Count of(String key, Quota quota) {
        return counts.computeIfAbsent(key, ignored -> new Count(bucket(quota)));
    }

    private Bucket bucket(Quota quota) {
        return Bucket.builder()
                .addLimit(quota.bandwidth())
                .withCustomTimePrecision(time)
                .build();
    }

    /** What this node has seen of one key, and until when all nodes together have had enough of it. */
    static final class Count {
        private final Bucket bucket;
        private volatile long emptyUntil;

        Count(Bucket bucket) {
            this.bucket = bucket;
        }

        Bucket bucket() {
            return bucket;
        }

        /** @return nanoseconds from now; zero or less if the shared bucket may have something */
        long emptyFor(long now) {
            return emptyUntil - now;
        }

        void emptyUntil(long instant) {
            emptyUntil = instant;
        }
    }
}
