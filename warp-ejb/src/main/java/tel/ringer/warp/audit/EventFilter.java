package tel.ringer.warp.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;

/**
 * Which events are asked for.
 *
 * @param from the first instant
 * @param to the first instant no more
 */
public record EventFilter(
        Optional<CustomerId> customer,
        Optional<UserId> actor,
        Optional<String> action,
        Optional<UUID> subject,
        Optional<Instant> from,
        Optional<Instant> to) {
    EventFilter of(CustomerId one) {
        return new EventFilter(Optional.of(one), actor, action, subject, from, to);
    }

    EventFilter before(Instant end) {
        Instant earlier = to.filter(wanted -> wanted.isBefore(end)).orElse(end);
        return new EventFilter(customer, actor, action, subject, from, Optional.of(earlier));
    }
}
