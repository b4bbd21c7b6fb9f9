package tel.ringer.warp.status.rest;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.database.DatabaseHealth;

/** A connection is to be had and answers. Asked at most once a second, so that probes can't load the database. */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {
    private static final System.Logger LOG = System.getLogger(DatabaseCheck.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(1);

    @Inject
    private DatabaseHealth database;

    @Inject
    private Deployment deployment;

    @Inject
    private Clock clock;

    private volatile @Nullable Answer last;

    @Override
    public HealthCheckResponse call() {
        Answer answer = last;
        if (answer == null || answer.at.plus(FRESH).isBefore(clock.instant())) {
            answer = ask();
            last = answer;
        }
        return HealthCheckResponse.named("database")
                .withData("answered_in_ms", answer.took.toMillis())
                .status(answer.up)
                .build();
    }

    private Answer ask() {
        Instant before = clock.instant();
        if (!deployment.isComplete()) {
            return new Answer(before, Duration.ZERO, false);
        }
        boolean up = true;
        try {
            database.ping();
        } catch (EJBException | PersistenceException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "The database does not answer: " + e);
            up = false;
        }
        Instant after = clock.instant();
        return new Answer(after, Duration.between(before, after), up);
    }

    private record Answer(Instant at, Duration took, boolean up) {}
}
