package tel.ringer.warp.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what a person holds and what there is to hold. */
@ApplicationScoped
class EntitlementRepository {
    @PersistenceContext
    private EntityManager entities;

    /** Type by type, so that many grants cost no more than one. Nothing for who is not active. */
    List<HeldType> typesHeldBy(UserId user) {
        return tuples(entities.createNativeQuery(
                                """
                        select t.id, coalesce(t.id = u.user_type_id, false) as on_platform
                        from auth.users u cross join auth.user_types t
                        where u.id = :user and u.status = 'ACTIVE'
                          and (t.id = u.user_type_id
                               or exists (select 1 from auth.user_customer_access g
                                          where g.user_id = u.id and g.user_type_id = t.id))
                        """,
                                Tuple.class)
                        .setParameter("user", user.value()))
                .map(row -> new HeldType(row.get("id", UUID.class), row.get("on_platform", Boolean.class)))
                .toList();
    }

    List<CatalogueEntry> catalogue() {
        return tuples(entities.createNativeQuery(
                        """
                        select http_method, resource_path, category, display_name, description, sort_order, icon, deprecated
                        from auth.permission_metadata order by sort_order, resource_path, http_method
                        """,
                        Tuple.class))
                .map(row -> new CatalogueEntry(
                        new Permission(row.get("http_method", String.class), row.get("resource_path", String.class)),
                        row.get("category", String.class),
                        row.get("display_name", String.class),
                        row.get("description", String.class),
                        row.get("sort_order", Integer.class),
                        Optional.ofNullable(row.get("icon", String.class)),
                        row.get("deprecated", Boolean.class)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Tuple> tuples(Query query) {
        return query.getResultList().stream();
    }

    /** A user type that a person holds, on the platform or at some customer. */
    record HeldType(UUID id, boolean onPlatform) {}
}
