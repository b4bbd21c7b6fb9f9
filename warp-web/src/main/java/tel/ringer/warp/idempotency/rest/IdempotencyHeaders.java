package tel.ringer.warp.idempotency.rest;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.idempotency.IdempotencyKey;
import tel.ringer.warp.idempotency.Outcome;
import tel.ringer.warp.problem.ProblemException;

/** Reads the key of a request, and tells of an answer that it is one of before. */
public final class IdempotencyHeaders {
    /** Of the request. */
    public static final String KEY = "Idempotency-Key";

    /** Of the answer. */
    public static final String REPLAYED = "Idempotency-Replayed";

    /** For the descriptions of operations. */
    public static final String DESCRIPTION =
            " Idempotency-Key: the same request with the same key within a day has one effect; its answer comes again, as"
                    + " things stand by then, with Idempotency-Replayed: true. Another request with that key: 422,"
                    + " idempotency_key_reused.";

    private IdempotencyHeaders() {}

    /** @throws ProblemException malformed, {@code invalid_idempotency_key} */
    public static Optional<IdempotencyKey> read(@Nullable String key) {
        return Optional.ofNullable(key).map(IdempotencyKey::new);
    }

    public static Response.ResponseBuilder tell(Outcome<?> outcome, Response.ResponseBuilder answer) {
        return outcome.replayed() ? answer.header(REPLAYED, true) : answer;
    }
}
