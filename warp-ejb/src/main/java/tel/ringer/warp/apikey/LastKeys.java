package tel.ringer.warp.apikey;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.access.UserTypes;
import tel.ringer.warp.customer.CustomerStatusChanged;
import tel.ringer.warp.time.DatabaseClock;

/** Revokes the API keys of a closed customer, whoever made them. */
@ApplicationScoped
class LastKeys {
    private static final Optional<String> REASON = Optional.of(CustomerStatusChanged.CLOSED);

    @Inject
    private ApiKeyRepository repository;

    @Inject
    private UserTypes userTypes;

    @Inject
    private ApiKeyChanges changes;

    @Inject
    private DatabaseClock clock;

    void lock(@Observes @Priority(CustomerStatusChanged.LOCK_KEYS) CustomerStatusChanged change) {
        if (change.closes()) {
            repository.lockUnrevoked(change.customer());
        }
    }

    void end(@Observes @Priority(CustomerStatusChanged.END_KEYS) CustomerStatusChanged change) {
        if (change.closes()) {
            Map<UUID, UserType> types = userTypes.byId();
            Instant now = clock.now();
            repository.findUnrevoked(change.customer()).forEach(row -> {
                changes.revokes(change.by(), row.with(types), REASON);
                row.key().revoke(change.by(), REASON, now);
            });
            repository.save();
        }
    }
}
