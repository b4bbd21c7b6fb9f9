package tel.ringer.warp.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tel.ringer.warp.runner.LocalDatabase;

/** What comes into the audit log from before there were chains, and how old events leave it. */
@Timeout(120)
class AuditRetentionIT {
    private static final String RAISED = "P0001";
    private static final String CUSTOMER = UUID.randomUUID().toString();
    private static final String PERSON = UUID.randomUUID().toString();

    @SuppressWarnings("NullAway.Init")
    private FreshDatabase database;

    @BeforeEach
    void createDatabase() throws Exception {
        database = FreshDatabase.create();
    }

    @AfterEach
    void dropDatabase() throws Exception {
        database.close();
    }

    private void recordAt(String time) throws SQLException {
        database.execute(
                "insert into audit.events (occurred_at, customer_id, actor_id, actor, action, subject_type) values ('"
                        + time + "', '" + CUSTOMER + "', null, 'test', 'event', 'thing'), ('" + time + "', null, '"
                        + PERSON
                        + "', 'test', 'event', 'thing'), ('" + time + "', null, null, 'test', 'event', 'thing')");
    }

    /** Events, the last number, and what is wrong: of the customer, of nobody, of the person. */
    private List<String> verdicts() throws SQLException {
        return database.query(
                """
                select concat_ws(' ', events, last_sequence, fault, broken_at) from audit.verify('%s')
                union all
                (select concat_ws(' ', events, last_sequence, fault, broken_at) from audit.verify(null)
                 order by actor_id nulls first)
                """
                        .formatted(CUSTOMER));
    }

    @Test
    void chainsHoldAfterMonthsWereDropped() throws Exception {
        database.migrations().update();
        database.execute("select audit.make_partition('2024-01-01'), audit.make_partition('2024-02-01')");
        for (String month : List.of("2023-12", "2024-01", "2024-01", "2024-02", "2024-03")) {
            recordAt(month + "-10T00:00:00Z");
        }

        assertEquals(List.of("9"), database.query("select audit.drop_events_before('2024-02-20')"));

        assertEquals(List.of("2 5", "3 6", "2 5"), verdicts());
        assertEquals(
                List.of("0"),
                database.query("select count(*) from audit.events where occurred_at < '2024-02-01T00:00:00Z'"));
        assertEquals(
                List.of("database:warp_owner 9"),
                database.query(
                        "select actor || ' ' || (details->>'events') from audit.events where action = 'audit.dropped'"));
        recordAt("2024-03-11T00:00:00Z");
        assertEquals(List.of("3 6", "4 7", "3 6"), verdicts());
    }

    @Test
    void whatNamesPeopleGoesWithTheMonthThatShowsIt() throws Exception {
        database.migrations().update();
        database.execute("select audit.make_partition('2024-01-01'), audit.make_partition('2024-02-01')");
        database.execute(
                """
                insert into audit.personal_values (token, about, month, value, salt)
                select 'personal:' || month, gen_random_uuid(), month::date, 'somebody', gen_random_uuid()
                from unnest(array['2023-12-01', '2024-01-01', '2024-02-01']) month
                """);

        database.execute("select audit.drop_events_before('2024-02-20')");

        assertEquals(List.of("2024-02-01"), database.query("select month from audit.personal_values"));
    }

    @Test
    void whatIsMissingAfterTheCutIsStillFound() throws Exception {
        database.migrations().update();
        database.execute("select audit.make_partition('2024-01-01'), audit.make_partition('2024-02-01')");
        for (String month : List.of("2024-01", "2024-02", "2024-03")) {
            recordAt(month + "-10T00:00:00Z");
        }
        database.execute("select audit.drop_events_before('2024-02-01')");

        database.execute("drop table audit.events_2024_02");

        assertEquals(List.of("1 3 MISSING 2", "2 4 MISSING 2", "1 3 MISSING 2"), verdicts());
    }

    @Test
    void aChainThatIsDroppedAsAWholeGoesOn() throws Exception {
        database.migrations().update();
        recordAt("2024-01-10T00:00:00Z");
        database.execute("select audit.drop_events_before('2024-03-01')");

        assertEquals(List.of("0 1", "1 2", "0 1"), verdicts());
        recordAt("2024-03-10T00:00:00Z");
        assertEquals(List.of("1 2", "2 3", "1 2"), verdicts());
    }

    @Test
    void whatWaitedAcrossMidnightGoesWithTheMonthBefore() throws Exception {
        database.migrations().update();
        database.execute("select audit.make_partition('2024-01-01'), audit.make_partition('2024-02-01')");
        recordAt("2024-02-01T00:00:00Z");
        recordAt("2024-01-31T23:59:59.9Z");
        recordAt("2024-02-01T00:00:01Z");

        database.execute("select audit.drop_events_before('2024-02-01')");

        assertEquals(List.of("1 3", "2 4", "1 3"), verdicts());
    }

    @Test
    void monthsThatHaveNotEndedStay() throws Exception {
        database.migrations().update();
        SQLException refusal = assertThrows(
                SQLException.class,
                () -> database.query("select audit.drop_events_before((now() + interval '1 month')::date)"));
        assertEquals(RAISED, refusal.getSQLState(), refusal.getMessage());
    }

    @Test
    void whatWasRecordedBeforeThereWereChainsIsChainedInItsOrder() throws Exception {
        updateTo("0018-audit-chain", false);
        for (String time : List.of("2024-01-10T00:00:00Z", "2024-02-10T00:00:00Z", "2024-02-10T00:00:00Z")) {
            recordAt(time);
        }

        database.migrations().update();

        assertEquals(List.of("3 3", "3 3", "3 3"), verdicts());
        assertEquals(
                List.of("audit.events_2024_01", "audit.events_2024_02", "audit.events_2024_02"),
                database.query("select tableoid::regclass from audit.events where customer_id = '" + CUSTOMER
                        + "' order by sequence"));
        database.migrations().rollbackAll();
    }

    @Test
    void aRollbackKeepsTheEvents() throws Exception {
        updateTo("0018-audit-chain", true);
        recordAt("2024-01-10T00:00:00Z");
        recordAt("2024-02-10T00:00:00Z");

        liquibase(liquibase -> liquibase.rollback(1, ""));

        assertEquals(
                List.of("2024-01", "2024-02"),
                database.query("select to_char(occurred_at, 'YYYY-MM') from audit.events where customer_id = '"
                        + CUSTOMER + "' order by id"));
    }

    /** Up to this change, or to the one before it. */
    private void updateTo(String change, boolean itself) throws Exception {
        liquibase(liquibase -> {
            List<String> ids = liquibase.getDatabaseChangeLog().getChangeSets().stream()
                    .map(each -> each.getId())
                    .toList();
            liquibase.update(ids.indexOf(change) + (itself ? 1 : 0), "");
        });
    }

    private void liquibase(Step step) throws Exception {
        try (Connection owner = database.connectAs(LocalDatabase.OWNER)) {
            Database target =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(owner));
            step.apply(new Liquibase("liquibase/changelog.yaml", new ClassLoaderResourceAccessor(), target));
        }
    }

    @FunctionalInterface
    private interface Step {
        void apply(Liquibase liquibase) throws Exception;
    }
}
