package tel.ringer.warp.limit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** The table of the shared buckets as a whole. */
@Stateless
public class RateLimits {
    @Inject
    private RateLimitRepository repository;

    @Inject
    private Clock clock;

    /** What all nodes hash the names of buckets with. */
    public byte[] key() {
        return repository.key();
    }

    /** @return how many buckets were forgotten because they are full again */
    public int forgetFull() {
        return repository.removeExpired(clock.instant());
    }
}
