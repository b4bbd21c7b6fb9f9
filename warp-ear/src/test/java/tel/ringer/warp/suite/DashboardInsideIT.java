package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.dashboard.Dashboard;
import tel.ringer.warp.dashboard.DashboardPart;
import tel.ringer.warp.dashboard.DashboardReach;
import tel.ringer.warp.dashboard.DashboardStats;

/** Inside the server: what the dashboard asks the database, and what holds with a wall away. */
@ExtendWith(ArquillianExtension.class)
class DashboardInsideIT {
    private static final List<String> TABLES = List.of(
            "accounts.customers",
            "auth.user_customer_access",
            "auth.users",
            "auth.user_invitations",
            "notification.outbox");

    @Inject
    private Dashboard dashboard;

    @PersistenceContext(unitName = "warp")
    private EntityManager entities;

    private final UUID own = UUID.randomUUID();
    private final UUID foreign = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();

    @BeforeEach
    void twoCompaniesAndAPersonOfOne() throws SQLException {
        for (UUID customer : List.of(own, foreign)) {
            OwnerConnection.execute(
                    "insert into accounts.customers (id, ban, company_name, customer_type, status) values ('" + customer
                            + "', 'D-' || upper(left('" + customer + "', 8)), 'Inside', 'POSTPAID', 'ACTIVE')");
        }
        OwnerConnection.execute(
                "insert into auth.users (id, email, email_normalised, display_name, status, created_at) values ('"
                        + user + "', '" + user + "@x.example', '" + user + "@x.example', 'Inside', 'ACTIVE', now())");
        OwnerConnection.execute(
                "insert into auth.user_customer_access (customer_id, user_id, user_type_id, role, granted_at) select '"
                        + own + "', '" + user
                        + "', id, 'USER', now() from auth.user_types where name = 'customer_admin'");
    }

    private DashboardReach reach(CustomerScope scope) {
        return new DashboardReach(
                new UserId(user),
                Arrays.stream(DashboardPart.values()).collect(Collectors.toMap(Function.identity(), part -> scope)));
    }

    private CustomerScope granted() throws SQLException {
        return new CustomerScope.Granted(
                new UserId(user),
                Set.of(UUID.fromString(
                        OwnerConnection.query("select id::text from auth.user_types where name = 'customer_admin'"))));
    }

    private static long customers(DashboardStats stats) {
        return stats.of(DashboardPart.CUSTOMERS).map(Map::values).stream()
                .flatMap(counts -> counts.stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The statements about customers that somebody's question came to, each as often as it was asked. */
    private List<String> askedFor(Runnable question) {
        Statistics statistics =
                entities.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        try {
            question.run();
            return Arrays.stream(statistics.getQueries())
                    .filter(sql -> sql.contains("accounts.customers c") || sql.contains(" as part"))
                    .flatMap(sql ->
                            Collections.nCopies(
                                    (int) statistics.getQueryStatistics(sql).getExecutionCount(), sql)
                                    .stream())
                    .toList();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    void allFiguresAreReadInOneStatement() throws SQLException {
        DashboardReach reach = reach(granted());
        List<String> asked = askedFor(() -> dashboard.stats(reach));

        assertEquals(1, asked.size(), asked.toString());
        for (DashboardPart part : DashboardPart.values()) {
            assertTrue(asked.get(0).contains("'" + part.name() + "' as part"), part.name());
        }
        DashboardStats stats = dashboard.stats(reach);
        assertEquals(Set.of(DashboardPart.values()), stats.figures().keySet());
        assertEquals(1, customers(stats));
    }

    @Test
    void theOwnPageIsReadInOneStatement() throws SQLException {
        DashboardReach reach = reach(granted());

        assertEquals(1, askedFor(() -> dashboard.own(reach)).size());
        assertEquals(1, dashboard.own(reach).count());
    }

    @Test
    void theStatementItselfIsConfined() throws SQLException {
        DashboardStats whole = dashboard.stats(reach(granted()));
        for (String table : TABLES) {
            OwnerConnection.execute("alter table " + table + " disable row level security");
        }
        DashboardStats without;
        try {
            without = dashboard.stats(reach(granted()));
        } finally {
            for (String table : TABLES) {
                OwnerConnection.execute("alter table " + table + " enable row level security");
            }
        }

        assertEquals(whole, without);
    }

    @Test
    void whoClaimsToHoldEverythingIsShownNothingByTheDatabase() {
        DashboardStats stats = dashboard.stats(reach(new CustomerScope.All(new UserId(user))));

        assertEquals(0, customers(stats));
        assertEquals(Map.of(), stats.of(DashboardPart.INVITATIONS).orElseThrow());
    }
}
