package tel.ringer.warp.suite;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.Session;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.ScopedTransaction;

/** Transactions that say which physical connection of the pool they run on, and end in every way. */
@Stateless
public class PooledTransactions {
    private static final String TRACES =
            """
            select pg_backend_pid() as backend,
                   concat(current_setting('warp.user_id', true), current_setting('warp.user_types', true),
                          current_setting('warp.invitation_token', true), current_setting('warp.job', true)) as settings,
                   (select count(*) from accounts.customers) + (select count(*) from auth.user_customer_access)
                   + (select count(*) from auth.user_invitations) + (select count(*) from audit.events)
                   + (select count(*) from auth.users) as rows""";

    @PersistenceContext(unitName = "warp")
    private EntityManager entities;

    @Inject
    private ScopedTransaction transaction;

    @Resource
    private EJBContext context;

    /**
     * What a transaction without a scope finds.
     *
     * @param backend process of PostgreSQL, one for each physical connection
     * @param settings all that a scope sets, put together
     * @param rows of customers that can be seen
     */
    public record Traces(int backend, String settings, long rows) {}

    public Traces traces() {
        Tuple row = (Tuple) entities.createNativeQuery(TRACES, Tuple.class).getSingleResult();
        return new Traces(
                row.get("backend", Number.class).intValue(),
                row.get("settings", String.class),
                row.get("rows", Number.class).longValue());
    }

    /** The customers that the database alone lets through, and the backend that says so. */
    public List<UUID> customers(CustomerScope scope, AtomicInteger backend) {
        begin(scope, backend);
        return entities.createQuery("select c.id from Customer c order by c.id", UUID.class)
                .getResultList();
    }

    public void rollBack(CustomerScope scope, AtomicInteger backend) {
        begin(scope, backend);
        context.setRollbackOnly();
    }

    public void fail(CustomerScope scope, AtomicInteger backend) {
        begin(scope, backend);
        entities.createNativeQuery("select 1 / 0", Integer.class).getSingleResult();
    }

    public void outstayItsTime(CustomerScope scope, AtomicInteger backend) {
        begin(scope, backend);
        entities.createNativeQuery("set local statement_timeout = 50").executeUpdate();
        entities.createNativeQuery("select count(*) from generate_series(1, 1000000000000)", Long.class)
                .getSingleResult();
    }

    private void begin(CustomerScope scope, AtomicInteger backend) {
        transaction.bind(scope);
        entities.unwrap(Session.class).disableFilter(ScopedTransaction.TENANT_FILTER);
        backend.set(traces().backend());
    }
}
