package tel.ringer.warp.database;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import tel.ringer.warp.time.ClockMeter;

/** Buckets that all nodes take from. Each has a row, which is locked while somebody takes. */
@ApplicationScoped
public class SharedBuckets {
    @Resource(lookup = LimitDatabase.NAME)
    private DataSource pool;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    private ProxyManager<String> buckets;

    @PostConstruct
    void start() {
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(pool)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("platform.rate_limits")
                .idColumn("key")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .clientClock(new ClockMeter(clock))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /**
     * Takes one, in a short transaction of its own whatever transaction runs.
     *
     * @throws RuntimeException if the database does not answer at once
     */
    public ConsumptionProbe take(String key, BucketConfiguration quota) {
        return buckets.getProxy(key, () -> quota).tryConsumeAndReturnRemaining(1);
    }
}
