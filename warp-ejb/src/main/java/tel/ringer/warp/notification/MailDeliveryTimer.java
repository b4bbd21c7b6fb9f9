package tel.ringer.warp.notification;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.time.TimerRun;

/** Looks for mails that are due. Every node does: claimed rows are skipped by the others. */
@Singleton
@Startup
public class MailDeliveryTimer {
    @Resource
    private TimerService timers;

    @Inject
    private MailRun run;

    @Inject
    @ConfigProperty(name = "warp.mail.interval")
    private Duration interval;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(interval.toMillis(), interval.toMillis(), new TimerConfig("mail-delivery", false));
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void deliver() {
        TimerRun.of("mail-delivery", run::deliverDue);
    }
}
