package tel.ringer.warp.status.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The application answers requests: the server itself is up well before. */
@Readiness
@ApplicationScoped
public class DeploymentCheck implements HealthCheck {
    @Inject
    private Deployment deployment;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("deployment")
                .status(deployment.isComplete())
                .build();
    }
}
