package tel.ringer.warp.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.time.DatabaseClock;

/** Gives a request one effect. Runs inside the use case's transaction: key and effect are there together or not at all. */
@ApplicationScoped
public class Idempotency {
    @Inject
    private IdempotencyRepository repository;

    @Inject
    private DatabaseClock clock;

    @Inject
    private KeyLife life;

    /**
     * Has the effect, unless the caller has had it under this key; then finds again what came of it.
     *
     * @param request empty if it has no key
     * @param effect whatever it refuses leaves no key behind
     * @param id by which the result is found again
     * @param find reads the result as the caller may see it now
     * @throws ProblemException not found, if the caller sees no such customer; invalid, {@code idempotency_key_reused}: the
     *     key came with another request before
     */
    public <T> Outcome<T> once(
            CustomerScope scope,
            CustomerId customer,
            Optional<IdempotentRequest> request,
            Supplier<T> effect,
            Function<T, UUID> id,
            Function<UUID, T> find) {
        return once(scope, Optional.of(customer), request, effect, id, find);
    }

    /**
     * As above, for a request that is at no customer, of a caller who has authority on the platform.
     *
     * @throws ProblemException invalid, {@code idempotency_key_reused}
     */
    public <T> Outcome<T> once(
            CustomerScope scope,
            Optional<IdempotentRequest> request,
            Supplier<T> effect,
            Function<T, UUID> id,
            Function<UUID, T> find) {
        return once(scope, Optional.empty(), request, effect, id, find);
    }

    private <T> Outcome<T> once(
            CustomerScope scope,
            Optional<CustomerId> customer,
            Optional<IdempotentRequest> request,
            Supplier<T> effect,
            Function<T, UUID> id,
            Function<UUID, T> find) {
        if (request.isEmpty()) {
            return new Outcome<>(effect.get(), false);
        }
        UserId actor = scope.person().orElseThrow(() -> new IllegalStateException("Only an account uses keys"));
        KeyHolder holder = new KeyHolder(customer, actor);
        if (!repository.isThere(holder)) {
            throw ProblemException.notFound();
        }
        Instant now = clock.now();
        if (!repository.claim(holder, request.get(), now, life.start(now))) {
            return new Outcome<>(find.apply(resultOf(holder, request.get())), true);
        }
        T result = effect.get();
        repository.lead(holder, request.get(), id.apply(result));
        return new Outcome<>(result, false);
    }

    private UUID resultOf(KeyHolder holder, IdempotentRequest request) {
        UsedKey used = repository.get(holder, request);
        if (!used.fingerprint().equals(request.fingerprint())) {
            throw ProblemException.invalid(
                    "idempotency_key_reused", "This Idempotency-Key came with another request before. Take a new one.");
        }
        return used.result();
    }
}
