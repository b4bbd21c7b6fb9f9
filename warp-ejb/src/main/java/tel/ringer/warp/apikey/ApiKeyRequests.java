package tel.ringer.warp.apikey;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.idempotency.Idempotency;
import tel.ringer.warp.idempotency.IdempotencyKey;
import tel.ringer.warp.idempotency.IdempotentRequest;
import tel.ringer.warp.idempotency.Outcome;
import tel.ringer.warp.problem.ProblemException;

/**
 * API keys, as they are created over a network that loses answers. A request that comes again makes no second key, and
 * shows the first without its secret: nobody has that any more.
 */
@Stateless
@CustomerGuarded
public class ApiKeyRequests {
    @Inject
    private ApiKeys keys;

    @Inject
    private Idempotency idempotency;

    /** @throws ProblemException as {@link ApiKeys#create}; invalid, {@code idempotency_key_reused} */
    public Outcome<CreatedApiKey> create(
            CustomerScope scope, CustomerId customer, NewApiKey wanted, Optional<IdempotencyKey> key) {
        return idempotency.once(
                scope,
                customer,
                key.map(given -> new IdempotentRequest(given, "createApiKey", words(wanted))),
                () -> keys.create(scope, customer, wanted),
                created -> created.details().key().id().value(),
                id -> new CreatedApiKey(keys.get(scope, customer, new ApiKeyId(id)), Optional.empty()));
    }

    private static List<String> words(NewApiKey wanted) {
        return List.of(
                wanted.name(),
                wanted.userType(),
                wanted.expiresAt().map(Instant::toString).orElse(""));
    }
}
