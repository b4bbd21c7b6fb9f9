package tel.ringer.warp.idempotency;

import jakarta.persistence.Query;
import java.util.Optional;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;

/**
 * Whose key it is, and where.
 *
 * @param customer empty on the platform, at no customer
 */
record KeyHolder(Optional<CustomerId> customer, UserId actor) {
    static final String AT_CUSTOMERS = "auth.idempotency_keys";
    static final String ON_PLATFORM = "auth.platform_idempotency_keys";

    String table() {
        return customer.isPresent() ? AT_CUSTOMERS : ON_PLATFORM;
    }

    /** The columns that say so. */
    String columns() {
        return customer.map(id -> "customer_id, actor_id").orElse("actor_id");
    }

    String values() {
        return customer.map(id -> ":customer, :actor").orElse(":actor");
    }

    Query bind(Query query) {
        customer.ifPresent(id -> query.setParameter("customer", id.value()));
        return query.setParameter("actor", actor.value());
    }
}
