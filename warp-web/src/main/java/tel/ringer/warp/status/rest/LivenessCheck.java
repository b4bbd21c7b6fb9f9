package tel.ringer.warp.status.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Objects;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** The process answers and has memory left. Looks at no other system: restarting this one would not mend it. */
@Liveness
@ApplicationScoped
public class LivenessCheck implements HealthCheck {
    private static final double LEAST_FREE = 0.02;

    @Override
    public HealthCheckResponse call() {
        long max = Runtime.getRuntime().maxMemory();
        long used = usedAfterCollection();
        return HealthCheckResponse.named("memory")
                .withData("used_mib", used >> 20)
                .withData("max_mib", max >> 20)
                .status(used < max * (1 - LEAST_FREE))
                .build();
    }

    /** What the last garbage collections left: before one, a healthy heap may well be full. */
    private static long usedAfterCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
