package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;

/** A physical connection goes from caller to caller, and nothing of one comes with it to the next. */
@ExtendWith(ArquillianExtension.class)
class PooledConnectionsIT {
    /** The pool is small and hands its connections round. */
    private static final int ROUNDS = 500;

    @Inject
    private PooledTransactions transactions;

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    /** Each customer has one person of the same id, which the two tables do not mind. */
    @BeforeEach
    void twoCustomersWithAPersonEach() throws SQLException {
        for (UUID id : List.of(first, second)) {
            OwnerConnection.execute(
                    "insert into accounts.customers (id, ban, company_name, customer_type, status) values ('" + id
                            + "', 'P-' || upper(left('" + id + "', 8)), 'Pooled', 'POSTPAID', 'ACTIVE')");
            OwnerConnection.execute(
                    "insert into auth.users (id, email, email_normalised, display_name, status, created_at) values ('"
                            + id + "', '" + id + "@x.example', '" + id + "@x.example', 'Pooled', 'ACTIVE', now())");
            OwnerConnection.execute(
                    "insert into auth.user_customer_access (customer_id, user_id, user_type_id, role, granted_at) select '"
                            + id + "', '" + id + "', id, 'USER', now() from auth.user_types where name = 'viewer'");
        }
    }

    private static CustomerScope scopeOf(UUID person) throws SQLException {
        String types = OwnerConnection.query("select string_agg(id::text, ',') from auth.user_types");
        return new CustomerScope.Granted(
                new UserId(person),
                Arrays.stream(types.split(",", -1)).map(UUID::fromString).collect(Collectors.toSet()));
    }

    private static void untilItIs(int backend, IntPredicate onWhichBackend) {
        assertEquals(
                true,
                IntStream.range(0, ROUNDS).anyMatch(round -> onWhichBackend.test(backend)),
                "The pool did not hand out connection " + backend + " again");
    }

    /** The next transactions on this connection that have no scope find nothing. */
    private void requireNoTraces(int backend) {
        untilItIs(backend, wanted -> {
            PooledTransactions.Traces traces = transactions.traces();
            assertEquals("", traces.settings());
            assertEquals(0, traces.rows());
            return traces.backend() == wanted;
        });
    }

    @Test
    void twoCallersOneAfterTheOtherSeeTheirOwn() throws SQLException {
        CustomerScope one = scopeOf(first);
        CustomerScope other = scopeOf(second);
        AtomicInteger backend = new AtomicInteger();

        assertEquals(List.of(first), transactions.customers(one, backend));
        untilItIs(backend.get(), wanted -> {
            AtomicInteger next = new AtomicInteger();
            assertEquals(List.of(second), transactions.customers(other, next));
            return next.get() == wanted;
        });
        requireNoTraces(backend.get());
    }

    @Test
    void aRollbackForgetsTheScope() throws SQLException {
        AtomicInteger backend = new AtomicInteger();
        transactions.rollBack(scopeOf(first), backend);
        requireNoTraces(backend.get());
    }

    @Test
    void anErrorForgetsTheScope() throws SQLException {
        CustomerScope scope = scopeOf(first);
        AtomicInteger backend = new AtomicInteger();
        assertThrows(RuntimeException.class, () -> transactions.fail(scope, backend));
        requireNoTraces(backend.get());
    }

    @Test
    void aTimeoutForgetsTheScopeAndTheLimit() throws SQLException {
        CustomerScope scope = scopeOf(first);
        AtomicInteger backend = new AtomicInteger();
        assertThrows(RuntimeException.class, () -> transactions.outstayItsTime(scope, backend));
        requireNoTraces(backend.get());
        assertEquals(List.of(first), transactions.customers(scope, new AtomicInteger()));
    }
}
