package tel.ringer.warp.metrics;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The server's registry, where it has one: with its metrics off, Payara fails at whoever asks for it. */
@ApplicationScoped
public class ServerMetrics {
    private static final System.Logger LOG = System.getLogger(ServerMetrics.class.getName());

    @Inject
    private Instance<MetricRegistry> registries;

    private Optional<MetricRegistry> registry = Optional.empty();

    @PostConstruct
    void find() {
        try {
            registry = Optional.of(registries.get());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.INFO, () -> "The server's metrics are off, so nothing is counted: " + e);
        }
    }

    /** Does nothing where the server's metrics are off. */
    public void ifOn(Consumer<MetricRegistry> use) {
        registry.ifPresent(use);
    }
}
