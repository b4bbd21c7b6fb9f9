package tel.ringer.warp.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.runner.LocalDatabase;

/** The hash chain of the audit log in the database itself: who may write what, and what is found out. */
@Timeout(120)
class AuditChainIT {
    private static final String PERMISSION_DENIED = "42501";
    private static final int EVENTS = 6;

    @SuppressWarnings("NullAway.Init")
    private static FreshDatabase database;

    private final String customer = UUID.randomUUID().toString();

    @BeforeAll
    static void migrate() throws Exception {
        database = FreshDatabase.create();
        database.migrations().update();
    }

    @AfterAll
    static void drop() throws Exception {
        database.close();
    }

    private void record(int events) throws SQLException {
        for (int i = 1; i <= events; i++) {
            database.execute(insert("'event." + i + "'"));
        }
    }

    private String insert(String action) {
        return "insert into audit.events (customer_id, actor, action, subject_type) values ('%s', 'test', %s, 'thing')"
                .formatted(customer, action);
    }

    /** As the owner of the tables, past whatever the application is held to. */
    private void forge(String sql) throws SQLException {
        database.execute(sql.replace(":mine", "customer_id = '" + customer + "'"));
    }

    private String verdict() throws SQLException {
        return verdictOf("'" + customer + "'");
    }

    private static String verdictOf(String customer) throws SQLException {
        return String.join(
                ";",
                database.query("select concat_ws(' ', events, last_sequence, fault, broken_at) from audit.verify("
                        + customer + ") order by actor_id nulls first"));
    }

    @Test
    void anUntouchedChainHolds() throws Exception {
        record(EVENTS);

        assertEquals("6 6", verdict());
        assertEquals(
                List.of("1", "2", "3", "4", "5", "6"),
                database.query("select sequence from audit.events where customer_id = '" + customer
                        + "' order by occurred_at"));
    }

    @Test
    void theChainOfACustomerWithoutEventsHolds() throws Exception {
        assertEquals("", verdict());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action = 'event.other'",
                "details = '{\"role\": \"OWNER\"}'",
                "actor = 'somebody'",
                "subject_id = gen_random_uuid()",
                "actor_id = gen_random_uuid()",
                "on_behalf_of = gen_random_uuid()",
                "request_id = 'x'",
                "address = '127.0.0.1'",
                "subject_type = 'other'",
                "id = gen_random_uuid()",
                "occurred_at = occurred_at + interval '1 microsecond'",
                "hash = sha256('x')"
            })
    void aTamperedRowIsFound(String change) throws Exception {
        record(EVENTS);
        forge("update audit.events set " + change + " where :mine and sequence = 3");

        assertEquals("6 6 TAMPERED 3", verdict());
    }

    @Test
    void aTamperedRowWhoseHashIsMadeToFitIsFoundAtItsSuccessor() throws Exception {
        record(EVENTS);
        forge("update audit.events set action = 'event.other' where :mine and sequence = 3");
        forge("update audit.events e set hash = audit.hash_of(e) where :mine and sequence = 3");

        assertEquals("6 6 REORDERED 4", verdict());
    }

    @Test
    void aTamperedLastRowWhoseHashIsMadeToFitIsFound() throws Exception {
        record(EVENTS);
        forge("update audit.events set action = 'event.other' where :mine and sequence = 6");
        forge("update audit.events e set hash = audit.hash_of(e) where :mine and sequence = 6");

        assertEquals("6 6 TAMPERED 6", verdict());
    }

    @ParameterizedTest
    @CsvSource({"1, 5 6 MISSING 1", "3, 5 6 MISSING 3", "6, 5 5 MISSING 6"})
    void aMissingRowIsFound(int sequence, String expected) throws Exception {
        record(EVENTS);
        forge("delete from audit.events where :mine and sequence = " + sequence);

        assertEquals(expected, verdict());
    }

    @Test
    void thatEveryRowIsMissingIsFound() throws Exception {
        record(EVENTS);
        forge("delete from audit.events where :mine");

        assertEquals("0 0 MISSING 1", verdict());
    }

    @Test
    void rowsThatChangedPlacesAreFound() throws Exception {
        record(EVENTS);
        forge("update audit.events set sequence = 7 - sequence where :mine and sequence in (3, 4)");

        assertEquals("6 6 REORDERED 3", verdict());
    }

    @Test
    void rowsThatChangedPlacesAndAreMadeToFitAreFound() throws Exception {
        record(EVENTS);
        forge("update audit.events set sequence = 7 - sequence where :mine and sequence in (3, 4)");
        forge("update audit.events e set previous_hash = (select p.hash from audit.events p where p.customer_id ="
                + " e.customer_id and p.sequence = 2) where :mine and sequence = 3");
        forge("update audit.events e set hash = audit.hash_of(e) where :mine and sequence = 3");

        assertEquals("6 6 REORDERED 4", verdict());
    }

    @Test
    void aRowThatWasPutInIsFound() throws Exception {
        record(EVENTS);
        forge("alter table audit.events disable trigger link");
        try {
            forge(
                    """
                    insert into audit.events (customer_id, actor, action, subject_type, sequence, previous_hash, hash)
                    select customer_id, actor, 'event.forged', subject_type, 7, hash, sha256('x')
                    from audit.events where :mine and sequence = 6
                    """);
        } finally {
            forge("alter table audit.events enable trigger link");
        }

        assertEquals("7 7 TAMPERED 7", verdict());
        forge("update audit.events e set hash = audit.hash_of(e) where :mine and sequence = 7");
        assertEquals("7 7 REORDERED 7", verdict());
    }

    @Test
    void aRowThatWasGivenToAnotherCustomerIsFoundAtBoth() throws Exception {
        record(EVENTS);
        String other = UUID.randomUUID().toString();
        forge("update audit.events set customer_id = '" + other + "' where :mine and sequence = 3");

        assertEquals("5 6 MISSING 3", verdict());
        assertEquals("1 3 MISSING 1", verdictOf("'" + other + "'"));
    }

    @Test
    void eventsWithoutCustomerAreChainedByWhoActed() throws Exception {
        String person = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            database.execute("insert into audit.events (actor_id, actor, action, subject_type) values ('" + person
                    + "', 'user', 'signed_in', 'user')");
        }
        String ofThePerson =
                "select concat_ws(' ', events, fault, broken_at) from audit.verify(null) where actor_id = '" + person
                        + "'";

        assertEquals(List.of("2"), database.query(ofThePerson));
        database.execute("delete from audit.events where sequence = 1 and actor_id = '" + person + "'");
        assertEquals(List.of("1 MISSING 1"), database.query(ofThePerson));
        database.execute("delete from audit.chains where actor_id = '" + person + "'");
        assertEquals(List.of("1 MISSING 1"), database.query(ofThePerson));
    }

    @Test
    void fiftyWritersAtOnceLeaveNoGap() throws Exception {
        int writers = 50;
        AtOnce.call(IntStream.range(0, writers)
                .<Callable<Boolean>>mapToObj(i -> () -> write(4))
                .toList());

        assertEquals("200 200", verdict());
    }

    /** Of two transactions one is rolled back: it leaves no gap either. */
    private boolean write(int transactions) throws SQLException {
        try (Connection application = application();
                Statement statement = application.createStatement()) {
            application.setAutoCommit(false);
            for (int i = 0; i < 2 * transactions; i++) {
                statement.execute("select set_config('warp.job', 'mail-delivery', true)");
                statement.execute(insert("'event.concurrent'"));
                if (i % 2 == 0) {
                    application.commit();
                } else {
                    application.rollback();
                }
            }
        }
        return true;
    }

    private static Connection application() throws SQLException {
        return database.connectAs(LocalDatabase.APPLICATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.events set action = 'x'",
                "delete from audit.events",
                "truncate audit.events",
                "insert into audit.events (actor, action, subject_type, sequence) values ('a', 'b', 'c', 1)",
                "insert into audit.events (actor, action, subject_type, hash) values ('a', 'b', 'c', sha256('x'))",
                "insert into audit.events (actor, action, subject_type, previous_hash) values ('a', 'b', 'c', sha256('x'))",
                "insert into audit.events (actor, action, subject_type, occurred_at) values ('a', 'b', 'c', now())",
                "insert into audit.events_rest (actor, action, subject_type) values ('a', 'b', 'c')",
                "select * from audit.events_rest",
                "insert into audit.chains (sequence) values (1)",
                "update audit.chains set sequence = 0",
                "delete from audit.chains",
                "select audit.drop_events_before('2020-01-01')",
                "select audit.make_partition('2020-01-01')",
                "alter table audit.events disable trigger link"
            })
    void theApplicationCanOnlyAppend(String attempt) throws Exception {
        try (Connection application = application();
                Statement statement = application.createStatement()) {
            SQLException refusal = assertThrows(SQLException.class, () -> statement.execute(attempt));
            assertEquals(PERMISSION_DENIED, refusal.getSQLState(), refusal.getMessage());
        }
    }

    @Test
    void noPartitionIsAWayAroundTheLog() throws Exception {
        assertEquals(
                List.of(),
                database.query(
                        """
                        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                        where i.inhparent = 'audit.events'::regclass
                          and (not c.relrowsecurity or not c.relforcerowsecurity or c.relacl is not null)
                        """));
    }

    @Test
    void partitionsAreMadeAYearAheadByTheApplication() throws Exception {
        String next = "events_"
                + database.query("select to_char(now() + interval '3 months', 'YYYY_MM')")
                        .get(0);
        database.execute("drop table audit." + next);
        try (Connection application = application()) {
            assertEquals(List.of("1"), FreshDatabase.query(application, "select audit.make_partitions()"));
            assertEquals(List.of("0"), FreshDatabase.query(application, "select audit.make_partitions()"));
        }
        assertEquals(
                List.of("13"),
                database.query("select count(*) from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                        + " where i.inhparent = 'audit.events'::regclass and c.relname > 'events_' ||"
                        + " to_char(now() - interval '1 month', 'YYYY_MM') and c.relname ~ '\\d$'"));
    }

    @Test
    void anEventOfAMonthWithoutPartitionIsKeptAllTheSame() throws Exception {
        record(1);
        forge("insert into audit.events (occurred_at, customer_id, actor, action, subject_type)"
                + " values (now() + interval '5 years', '" + customer + "', 'test', 'event.late', 'thing')");

        assertEquals(
                List.of("audit.events_rest"),
                database.query("select tableoid::regclass from audit.events where customer_id = '" + customer
                        + "' and sequence = 2"));
        assertEquals("2 2", verdict());
    }

    @Test
    void whoWaitedForTheChainAcrossMidnightKeepsItsMonth() throws Exception {
        forge("insert into audit.events (occurred_at, customer_id, actor, action, subject_type) values"
                + " ('2024-02-01T00:00:00Z', '" + customer + "', 'test', 'event.first', 'thing'),"
                + " ('2024-01-31T23:59:59Z', '" + customer + "', 'test', 'event.waited', 'thing')");

        assertEquals(
                List.of("1 event.first", "2 event.waited"),
                database.query("select sequence || ' ' || action from audit.events where customer_id = '" + customer
                        + "' order by sequence"));
        assertEquals("2 2", verdict());
    }

    @Test
    void timesFollowNumbers() throws Exception {
        forge("insert into audit.events (occurred_at, customer_id, actor, action, subject_type) select"
                + " '2024-02-01T00:00:00Z', '" + customer + "', 'test', 'event', 'thing' from generate_series(1, 3)");

        assertEquals(
                List.of("00.000000", "00.000001", "00.000002"),
                database.query("select to_char(occurred_at, 'SS.US') from audit.events where customer_id = '" + customer
                        + "' order by sequence"));
    }

    @Test
    void anEventThatOthersCouldNotTellApartHasAnotherHash() throws Exception {
        forge("insert into audit.events (customer_id, actor, action, subject_type) values ('" + customer
                + "', 'a', '-b', 'c'), ('" + customer + "', 'a-', 'b', 'c')");
        List<String> hashes = database.query(
                """
                select distinct encode(audit.hash_of(jsonb_populate_record(e, '{"sequence": 1, "previous_hash": null,
                  "id": "00000000-0000-4000-8000-000000000001", "occurred_at": "2024-01-01"}')), 'hex')
                from audit.events e where customer_id = '%s'
                """
                        .formatted(customer));

        assertTrue(hashes.size() == 2, hashes.toString());
    }
}
