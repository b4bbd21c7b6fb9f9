package tel.ringer.warp.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/**
 * So many a minute, and as many at once after a quiet minute.
 *
 * @param setting its name, for the error
 */
record Quota(String setting, int perMinute) {
    private static final int LOCAL_SHARE = 10;

    Quota {
        if (perMinute < 1) {
            throw new IllegalArgumentException(setting + ": a limit is at least 1, not " + perMinute);
        }
    }

    Bandwidth bandwidth() {
        return Bandwidth.builder()
                .capacity(perMinute)
                .refillGreedy(perMinute, Duration.ofMinutes(1))
                .build();
    }

    BucketConfiguration configuration() {
        return BucketConfiguration.builder().addLimit(bandwidth()).build();
    }

    /** As many a node takes without asking the others: whoever tries a few times costs no look at the database. */
    int withoutAsking() {
        return perMinute / LOCAL_SHARE;
    }
}
