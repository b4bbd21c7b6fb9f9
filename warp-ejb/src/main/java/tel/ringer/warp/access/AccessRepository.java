package tel.ringer.warp.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and writes the rows that decide. */
@ApplicationScoped
class AccessRepository {
    @PersistenceContext
    private EntityManager entities;

    /**
     * One person, one session, and the types held: probed type by type, so that many grants cost no more than one. An
     * EXISTS would become a join, which reads all of them.
     */
    Optional<KnownCaller> findCaller(UserId user, UUID session) {
        return tuples(entities.createNativeQuery(
                                """
                        select u.email, u.display_name, u.user_type_id,
                               e.epoch || '-' || cast(e.xmin as text) as epoch,
                               (select string_agg(cast(t.id as text), ',') from auth.user_types t
                                where (select true from auth.user_customer_access g
                                       where g.user_id = u.id and g.user_type_id = t.id limit 1)) as held_types
                        from auth.users u join auth.sessions s on s.user_id = u.id cross join auth.permission_epoch e
                        where u.id = :user and u.status = 'ACTIVE' and s.id = :session and s.ended_at is null
                        """,
                                Tuple.class)
                        .setParameter("user", user.value())
                        .setParameter("session", session))
                .map(KnownCaller::of)
                .findFirst();
    }

    /** With who wrote it: an epoch that was rolled back comes again, and then stands for other permissions. */
    String epoch() {
        return (String) entities.createNativeQuery(
                        "select epoch || '-' || cast(xmin as text) from auth.permission_epoch", String.class)
                .getSingleResult();
    }

    Map<UUID, UserType> userTypes() {
        Map<UUID, List<Permission>> permissions = tuples(
                        "select user_type_id, http_method, resource_path from auth.user_type_permissions")
                .collect(Collectors.groupingBy(
                        row -> row.get(0, UUID.class),
                        Collectors.mapping(
                                row -> new Permission(row.get(1, String.class), row.get(2, String.class)),
                                Collectors.toList())));
        return tuples("select id, name, display_name, description from auth.user_types")
                .map(row -> new UserType(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        new PermissionSet(permissions.getOrDefault(row.get(0, UUID.class), List.of()))))
                .collect(Collectors.toUnmodifiableMap(UserType::id, type -> type));
    }

    private Stream<Tuple> tuples(String sql) {
        return tuples(entities.createNativeQuery(sql, Tuple.class));
    }

    @SuppressWarnings("unchecked")
    private static Stream<Tuple> tuples(Query query) {
        return query.getResultList().stream();
    }

    Optional<HeldTypes> findHeldTypes(UserId user, CustomerId customer) {
        return tuples(entities.createNativeQuery(
                                """
                        select u.user_type_id as platform_type, g.user_type_id as granted_type, g.role
                        from auth.users u
                        left join auth.user_customer_access g on g.user_id = u.id and g.customer_id = :customer
                        where u.id = :user and u.status = 'ACTIVE'
                        """,
                                Tuple.class)
                        .setParameter("user", user.value())
                        .setParameter("customer", customer.value()))
                .map(HeldTypes::of)
                .findFirst();
    }

    Optional<UUID> findPlatformType(UserId user) {
        return tuples(entities.createNativeQuery(
                                "select user_type_id from auth.users where id = :user and status = 'ACTIVE'",
                                Tuple.class)
                        .setParameter("user", user.value()))
                .flatMap(row -> Stream.ofNullable(row.get("user_type_id", UUID.class)))
                .findFirst();
    }

    boolean bearerReaches(CustomerId customer) {
        return (boolean) entities.createNativeQuery(
                        "select exists (select 1 from auth.bearer_invitation where customer_id = :customer)",
                        Boolean.class)
                .setParameter("customer", customer.value())
                .getSingleResult();
    }

    /** A caller's row, before the user types are looked up. */
    record KnownCaller(
            String email, String displayName, @Nullable UUID platformType, String epoch, Set<UUID> grantedTypes) {
        static KnownCaller of(Tuple row) {
            String held = row.get("held_types", String.class);
            return new KnownCaller(
                    row.get("email", String.class),
                    row.get("display_name", String.class),
                    row.get("user_type_id", UUID.class),
                    row.get("epoch", String.class),
                    held == null
                            ? Set.of()
                            : Arrays.stream(held.split(",", -1))
                                    .map(UUID::fromString)
                                    .collect(Collectors.toSet()));
        }
    }

    /** What an active person holds on the platform and, if there is a grant, at one customer. */
    record HeldTypes(@Nullable UUID platformType, @Nullable UUID grantedType, @Nullable MembershipRole role) {
        static HeldTypes of(Tuple row) {
            String role = row.get("role", String.class);
            return new HeldTypes(
                    row.get("platform_type", UUID.class),
                    row.get("granted_type", UUID.class),
                    role == null ? null : MembershipRole.valueOf(role));
        }
    }
}
