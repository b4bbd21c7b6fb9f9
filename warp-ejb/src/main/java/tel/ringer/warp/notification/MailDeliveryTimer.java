package tel.ringer.warp.notification;

import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.time.ApplicationStarted;
import tel.ringer.warp.time.TimerRun;

/** Looks for mails that are due. Every node does: claimed rows are skipped by the others. */
@Singleton
public class MailDeliveryTimer {
    @Resource
    private TimerService timers;

    @Inject
    private MailRun run;

    @Inject
    @ConfigProperty(name = "warp.mail.interval")
    private Duration interval;

    /** Observers of session beans are business methods. */
    public void start(@Observes ApplicationStarted started) {
        timers.createIntervalTimer(interval.toMillis(), interval.toMillis(), new TimerConfig("mail-delivery", false));
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void deliver() {
        TimerRun.of("mail-delivery", run::deliverDue);
    }
}
