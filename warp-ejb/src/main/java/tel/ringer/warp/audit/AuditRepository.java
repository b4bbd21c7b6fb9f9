package tel.ringer.warp.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;

/** Appends events. Who may not read them may still write them, so nothing is returned by the insert. */
@ApplicationScoped
class AuditRepository {
    private static final Jsonb JSON = JsonbBuilder.create();

    @PersistenceContext
    private EntityManager entities;

    void add(AuditEvent event, String requestId, String address) {
        entities.createNativeQuery(
                        """
                        insert into audit.events (customer_id, actor_id, actor, action, subject_type, subject_id,
                                                  request_id, address, details)
                        values (cast(:customer as uuid), cast(:actorId as uuid), :actor, :action, :subjectType,
                                cast(:subjectId as uuid), nullif(:requestId, ''), nullif(:address, ''),
                                cast(:details as jsonb))
                        """)
                .setParameter(
                        "customer", text(event.customer().map(CustomerId::value).orElse(null)))
                .setParameter("actorId", text(event.actorId().map(UserId::value).orElse(null)))
                .setParameter("actor", event.actor())
                .setParameter("action", event.action())
                .setParameter("subjectType", event.subjectType())
                .setParameter("subjectId", event.subjectId().toString())
                .setParameter("requestId", requestId)
                .setParameter("address", address)
                .setParameter("details", JSON.toJson(event.details()))
                .executeUpdate();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
