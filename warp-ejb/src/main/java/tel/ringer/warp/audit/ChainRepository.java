package tel.ringer.warp.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;

/** Lets the database walk along chains. */
@ApplicationScoped
class ChainRepository {
    private static final int MOST_FAULTS = 100;

    @PersistenceContext
    private EntityManager entities;

    boolean isKnown(CustomerId customer) {
        return (boolean) entities.createNativeQuery(
                        """
                        select exists (select 1 from accounts.customers where id = :customer)
                            or exists (select 1 from audit.chains where customer_id = :customer)
                        """,
                        Boolean.class)
                .setParameter("customer", customer.value())
                .getSingleResult();
    }

    /** @param customer empty for the chains without customer */
    @SuppressWarnings("unchecked")
    ChainVerdict verify(Optional<CustomerId> customer) {
        List<Tuple> worst = entities.createNativeQuery(
                        """
                        select v.actor_id, v.last_sequence, encode(v.last_hash, 'hex') as last_hash, v.broken_at, v.fault,
                               count(*) over () as chains, count(v.fault) over () as broken,
                               cast(sum(v.events) over () as bigint) as events
                        from audit.verify(cast(:customer as uuid)) v
                        order by v.fault is null, v.actor_id
                        """,
                        Tuple.class)
                .setParameter("customer", customer.map(CustomerId::toString).orElse(null))
                .setMaxResults(MOST_FAULTS)
                .getResultList();
        return worst.isEmpty()
                ? new ChainVerdict(0, 0, 0, Optional.empty(), List.of())
                : verdict(worst, customer.isPresent());
    }

    private static ChainVerdict verdict(List<Tuple> worst, boolean alone) {
        Tuple first = worst.get(0);
        return new ChainVerdict(
                number(first, "chains"),
                number(first, "events"),
                number(first, "broken"),
                Optional.of(first)
                        .filter(row -> alone && row.get("last_hash") != null)
                        .map(row ->
                                new ChainVerdict.End(number(row, "last_sequence"), row.get("last_hash", String.class))),
                worst.stream()
                        .filter(row -> row.get("fault") != null)
                        .map(ChainRepository::fault)
                        .toList());
    }

    private static ChainFault fault(Tuple row) {
        return new ChainFault(
                Optional.ofNullable(row.get("actor_id", UUID.class)).map(UserId::new),
                number(row, "broken_at"),
                ChainFault.Kind.valueOf(row.get("fault", String.class)));
    }

    private static long number(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }
}
