package tel.ringer.warp.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Counts those who manage others, one transaction at a time. */
@ApplicationScoped
class AdministratorRepository {
    @PersistenceContext
    private EntityManager entities;

    /** Waits until no other transaction holds the name; held until the end of this one. */
    void lock(String name) {
        entities.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(:name, 0)) as text)", String.class)
                .setParameter("name", name)
                .getSingleResult();
    }

    boolean isAnotherActiveAt(CustomerId customer, UserId user) {
        return (boolean) entities.createNativeQuery(
                        """
                        select exists (select 1 from auth.user_customer_access g join auth.users u on u.id = g.user_id
                                       where g.customer_id = :customer and g.user_id <> :user
                                         and g.role in ('OWNER', 'ADMIN') and u.status = 'ACTIVE')
                        """,
                        Boolean.class)
                .setParameter("customer", customer.value())
                .setParameter("user", user.value())
                .getSingleResult();
    }

    boolean isAnotherActiveOnPlatform(UserId user) {
        return (boolean) entities.createNativeQuery(
                        """
                        select exists (select 1 from auth.users u
                                       join auth.user_type_permissions p on p.user_type_id = u.user_type_id
                                       where u.id <> :user and u.status = 'ACTIVE'
                                         and p.http_method = '*' and p.resource_path = '*')
                        """,
                        Boolean.class)
                .setParameter("user", user.value())
                .getSingleResult();
    }
}
