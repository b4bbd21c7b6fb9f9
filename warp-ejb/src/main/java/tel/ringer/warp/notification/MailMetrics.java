package tel.ringer.warp.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.Tag;
import tel.ringer.warp.metrics.ServerMetrics;
import tel.ringer.warp.time.ApplicationStarted;

/** Counts what became of mails once that is committed, and tells how the outbox stands. */
@ApplicationScoped
class MailMetrics {
    private static final Metadata OUTCOMES = Metadata.builder()
            .withName("warp_mails")
            .withDescription("What became of attempts to send mails.")
            .build();
    private static final Metadata WAITING = Metadata.builder()
            .withName("warp_outbox_mails")
            .withDescription("Mails in the outbox that are queued, and that are dead.")
            .build();
    private static final Metadata OLDEST = Metadata.builder()
            .withName("warp_outbox_oldest_seconds")
            .withDescription("Age of the oldest mail that is queued; 0 without any.")
            .build();

    @Inject
    private ServerMetrics metrics;

    @Inject
    private OutboxReading reading;

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailOutcome outcome) {
        metrics.ifOn(registry -> registry.counter(
                        OUTCOMES, new Tag("outcome", outcome.name().toLowerCase(Locale.ROOT)))
                .inc());
    }

    void offer(@Observes ApplicationStarted started) {
        metrics.ifOn(registry -> {
            registry.gauge(WAITING, () -> reading.now().queued(), new Tag("status", "queued"));
            registry.gauge(WAITING, () -> reading.now().dead(), new Tag("status", "dead"));
            registry.gauge(OLDEST, () -> reading.now().oldestSeconds());
        });
    }
}
