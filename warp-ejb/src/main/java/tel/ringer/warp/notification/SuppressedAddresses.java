package tel.ringer.warp.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;
import tel.ringer.warp.audit.PersonalValue;
import tel.ringer.warp.time.DatabaseClock;

/**
 * The addresses that get no more mail. They are known by their normalised form, which is what a relay takes in lower
 * case.
 */
@ApplicationScoped
public class SuppressedAddresses {
    /**
     * The same for every reason, and for an address that the relay or the provider refuses: what somebody told WARP at
     * one customer is not told to another.
     */
    public static final String REASON = "The address does not take mail from WARP";

    @Inject
    private SuppressionRepository repository;

    @Inject
    private AuditLog log;

    @Inject
    private DatabaseClock clock;

    /** Nothing changes if the address is there already. */
    public void add(CustomerScope scope, String address, SuppressionReason reason) {
        UUID id = UUID.randomUUID();
        String known = normalised(address);
        if (repository.add(id, known, reason, clock.now())) {
            log.record(event(scope, "mail.address_suppressed", id, known, reason));
        }
    }

    boolean contain(String address) {
        return repository.contains(normalised(address));
    }

    void lift(CustomerScope scope, Suppression suppression) {
        log.record(
                event(scope, "mail.suppression_lifted", suppression.id(), suppression.address(), suppression.reason()));
        repository.remove(suppression);
    }

    /** It concerns no customer: whoever reads a customer's log is not told. */
    private static AuditEvent event(
            CustomerScope scope, String action, UUID id, String address, SuppressionReason reason) {
        return new AuditEvent(
                Optional.empty(),
                scope.person(),
                scope.actor(),
                action,
                "suppression",
                id,
                Map.of("address", new PersonalValue(id, address), "reason", reason.name()));
    }

    private static String normalised(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
