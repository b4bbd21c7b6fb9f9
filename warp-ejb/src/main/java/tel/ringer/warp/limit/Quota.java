package tel.ringer.warp.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;

/** So many in the limit's time, and as many at once after a quiet time. */
record Quota(Limit limit, int most) {
    private static final int LOCAL_SHARE = 10;

    Quota {
        if (most < 1) {
            throw new IllegalArgumentException(limit.setting() + ": a limit is at least 1, not " + most);
        }
    }

    Bandwidth bandwidth() {
        return Bandwidth.builder()
                .capacity(most)
                .refillGreedy(most, limit.time())
                .build();
    }

    BucketConfiguration configuration() {
        return BucketConfiguration.builder().addLimit(bandwidth()).build();
    }

    /** As many a node takes without asking the others: whoever tries a few times costs no look at the database. */
    int withoutAsking() {
        return most / LOCAL_SHARE;
    }
}
