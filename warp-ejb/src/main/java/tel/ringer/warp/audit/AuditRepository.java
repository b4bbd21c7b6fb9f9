package tel.ringer.warp.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;

/**
 * Appends events; the database adds their time, number and hashes. Who may not read them may still write them, so
 * nothing is returned by the insert.
 */
@ApplicationScoped
class AuditRepository {
    private static final Jsonb JSON = JsonbBuilder.create();

    @PersistenceContext
    private EntityManager entities;

    void add(AuditEvent event, String requestId, String address) {
        entities.createNativeQuery(
                        """
                        insert into audit.events (customer_id, actor_id, actor, on_behalf_of, action, subject_type,
                                                  subject_id, request_id, address, details)
                        values (cast(:customer as uuid), cast(:actorId as uuid), :actor, cast(:onBehalfOf as uuid),
                                :action, :subjectType, cast(:subjectId as uuid), nullif(:requestId, ''),
                                nullif(:address, ''), cast(:details as jsonb))
                        """)
                .setParameter("customer", text(event.customer().map(CustomerId::value)))
                .setParameter("actorId", text(event.actorId().map(UserId::value)))
                .setParameter("actor", event.actor())
                .setParameter("onBehalfOf", text(event.onBehalfOf().map(UserId::value)))
                .setParameter("action", event.action())
                .setParameter("subjectType", event.subjectType())
                .setParameter("subjectId", text(event.subjectId()))
                .setParameter("requestId", requestId)
                .setParameter("address", address)
                .setParameter("details", JSON.toJson(event.details()))
                .executeUpdate();
    }

    private static @Nullable String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse(null);
    }

    /** @return for how many months partitions were made */
    int makePartitions() {
        return (int) entities.createNativeQuery("select audit.make_partitions()", Integer.class)
                .getSingleResult();
    }
}
