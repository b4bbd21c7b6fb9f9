package tel.ringer.warp.suite;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.ScopedTransaction;

/** What a use case would be that somebody forgot to guard: no filter of requests, no interceptor, no tenant filter. */
@Stateless
public class Unwalled {
    @PersistenceContext(unitName = "warp")
    private EntityManager entities;

    @Inject
    private ScopedTransaction transaction;

    /** Counts every row of a table, without any scope. */
    public long countWithoutScope(String table) {
        return ((Number) entities.createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue();
    }

    /** Ids of customers that the database lets through on its own. */
    public List<UUID> customers(CustomerScope scope) {
        bindWithoutFilter(scope);
        return entities.createQuery("select c.id from Customer c order by c.id", UUID.class)
                .getResultList();
    }

    /** Customers of the rows that the database lets through on its own. */
    @SuppressWarnings("unchecked")
    public List<UUID> customersIn(CustomerScope scope, String table) {
        bindWithoutFilter(scope);
        return entities.createNativeQuery("select distinct customer_id from " + table, UUID.class)
                .getResultList();
    }

    /** What a query finds that the database lets through on its own. */
    @SuppressWarnings("unchecked")
    public List<UUID> ids(CustomerScope scope, String sql) {
        bindWithoutFilter(scope);
        return entities.createNativeQuery(sql, UUID.class).getResultList();
    }

    /** Tries to write into a customer. */
    public int execute(CustomerScope scope, String sql) {
        bindWithoutFilter(scope);
        return entities.createNativeQuery(sql).executeUpdate();
    }

    private void bindWithoutFilter(CustomerScope scope) {
        transaction.bind(scope);
        entities.unwrap(Session.class).disableFilter(ScopedTransaction.TENANT_FILTER);
    }
}
