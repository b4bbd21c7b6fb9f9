package tel.ringer.warp.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.idempotency.Idempotency;
import tel.ringer.warp.idempotency.IdempotencyKey;
import tel.ringer.warp.idempotency.IdempotentRequest;
import tel.ringer.warp.idempotency.Outcome;
import tel.ringer.warp.problem.ProblemException;

/** Dead letters, as they are taken up over a network that loses answers: one more mail, however often it is asked for. */
@Stateless
@CustomerGuarded
public class DeadLetterRequests {
    @Inject
    private DeadLetters letters;

    @Inject
    private Idempotency idempotency;

    /** @throws ProblemException as {@link DeadLetters#retry}; invalid, {@code idempotency_key_reused} */
    public Outcome<UUID> retry(CustomerScope scope, UUID mail, Optional<IdempotencyKey> key) {
        if (key.isEmpty()) {
            letters.retry(scope, mail);
            return new Outcome<>(mail, false);
        }
        return idempotency.once(
                scope,
                letters.customerOf(scope, mail),
                key.map(given -> new IdempotentRequest(given, "retryDeadLetter", List.of(mail.toString()))),
                () -> {
                    letters.retry(scope, mail);
                    return mail;
                },
                id -> id,
                id -> id);
    }
}
