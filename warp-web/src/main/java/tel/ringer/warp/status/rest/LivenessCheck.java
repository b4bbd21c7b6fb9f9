package tel.ringer.warp.status.rest;

import jakarta.enterprise.context.ApplicationScoped;
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
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return HealthCheckResponse.named("memory")
                .withData("used_mib", used >> 20)
                .withData("max_mib", runtime.maxMemory() >> 20)
                .status(used < runtime.maxMemory() * (1 - LEAST_FREE))
                .build();
    }
}
