package tel.ringer.warp.audit;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.access.CustomerId;

/**
 * Whose hash chain an event belongs to. A transaction keeps the head of each chain that it writes to locked until its
 * end, so that all of them take the heads in this one order.
 */
record Chain(Kind kind, Optional<UUID> id) implements Comparable<Chain> {
    /** As the database compares them: {@link UUID#compareTo} takes the first bit for a sign. */
    private static final Comparator<UUID> BYTES = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    static final Comparator<CustomerId> OF_CUSTOMERS = Comparator.comparing(CustomerId::value, BYTES);

    private static final Comparator<Chain> ORDER =
            Comparator.comparing(Chain::kind).thenComparing(chain -> chain.id.orElse(new UUID(0, 0)), BYTES);

    /** Those without customer first. */
    enum Kind {
        NOBODY,
        PERSON,
        CUSTOMER
    }

    static Chain of(AuditEvent event) {
        if (event.customer().isPresent()) {
            return new Chain(Kind.CUSTOMER, event.customer().map(CustomerId::value));
        }
        return event.actorId()
                .map(actor -> new Chain(Kind.PERSON, Optional.of(actor.value())))
                .orElse(new Chain(Kind.NOBODY, Optional.empty()));
    }

    @Override
    public int compareTo(Chain other) {
        return ORDER.compare(this, other);
    }
}
