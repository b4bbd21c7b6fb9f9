package tel.ringer.warp.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                                case when :address = '' or cast(:requester as uuid) is null then nullif(:address, '')
                                  else audit.keep_apart(cast(:customer as uuid), cast(:requester as uuid), :address) end,
                                cast(:details as jsonb) || (
                                  select coalesce(jsonb_object_agg(p.name,
                                    audit.keep_apart(cast(:customer as uuid), p.about, p.value)), '{}')
                                  from jsonb_to_recordset(cast(:personal as jsonb))
                                    as p (name text, about uuid, value text)))
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
                .setParameter("requester", text(event.requester()))
                .setParameter("details", JSON.toJson(plain(event)))
                .setParameter("personal", JSON.toJson(personal(event)))
                .executeUpdate();
    }

    private static Map<String, Object> plain(AuditEvent event) {
        Map<String, Object> plain = new HashMap<>(event.details());
        plain.values().removeIf(PersonalValue.class::isInstance);
        return plain;
    }

    private static List<Map<String, String>> personal(AuditEvent event) {
        return event.details().entrySet().stream()
                .filter(detail -> detail.getValue() instanceof PersonalValue)
                .map(detail -> named(detail.getKey(), (PersonalValue) detail.getValue()))
                .toList();
    }

    private static Map<String, String> named(String name, PersonalValue personal) {
        return Map.of("name", name, "about", personal.about().toString(), "value", personal.value());
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
