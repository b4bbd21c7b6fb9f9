package tel.ringer.warp.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import tel.ringer.warp.kit.PartsForTests;

/** That Hibernate accepts the migrated schema is shown by every test that starts the server: it validates first. */
@Timeout(60)
class MigrationIT {
    private static final String RUNS = "select concat_ws(' ', orderexecuted, id, dateexecuted, md5sum, exectype)"
            + " from public.databasechangelog order by orderexecuted";

    @SuppressWarnings("NullAway.Init")
    private FreshDatabase database;

    /** It takes hold of a table to analyse it while policies are dropped from it, and PostgreSQL ends one of the two. */
    @BeforeAll
    static void keepAutovacuumAway() throws Exception {
        setAutovacuum("off");
    }

    @AfterAll
    static void letAutovacuumReturn() throws Exception {
        setAutovacuum("on");
    }

    private static void setAutovacuum(String value) throws Exception {
        try (Connection superuser = PartsForTests.database().connectAsSuperuser("postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute("alter system set autovacuum = " + value);
            statement.execute("select pg_reload_conf()");
        }
    }

    @BeforeEach
    void createDatabase() throws Exception {
        database = FreshDatabase.create();
    }

    @AfterEach
    void dropDatabase() throws Exception {
        database.close();
    }

    @Test
    void updatingAgainChangesNothing() throws Exception {
        database.migrations().update();
        List<String> runs = database.query(RUNS);
        List<String> catalog = Catalog.of(database);

        database.migrations().update();

        assertEquals(runs, database.query(RUNS));
        assertEquals(catalog, Catalog.of(database));
    }

    @Test
    void afterEverythingIsRolledBackNothingIsLeft() throws Exception {
        List<String> empty = Catalog.of(database);
        database.migrations().update();
        assertNotEquals(empty, Catalog.withoutChangelog(database));

        database.migrations().rollbackAll();

        assertLines(empty, Catalog.withoutChangelog(database));
        assertEquals(List.of(), database.query(RUNS));
    }

    @Test
    void whatIsRolledBackAndAppliedAgainIsTheSame() throws Exception {
        database.migrations().update();
        List<String> first = Catalog.of(database);

        database.migrations().rollbackAll();
        database.migrations().update();

        assertLines(first, Catalog.of(database));
    }

    @Test
    void everyFileIsAppliedOnceUnderItsNameAndTellsWhy() throws Exception {
        database.migrations().update();

        assertEquals(changes(), applied());
        assertEquals(
                List.of(),
                database.query("select id from public.databasechangelog where coalesce(comments, '') = ''"
                        + " or filename not like '%changes/' || id || '.sql'"));
    }

    @Test
    void twoNodesThatStartAtTheSameTimeApplyEachChangeOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<String> node = () -> {
                database.migrations().update();
                return "updated";
            };
            for (Future<String> each : nodes.invokeAll(List.of(node, node))) {
                assertEquals("updated", each.get());
            }
        } finally {
            nodes.shutdownNow();
        }

        assertEquals(changes(), applied());
    }

    /** Liquibase would wait for minutes, and does not let itself be interrupted. */
    @Test
    @Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
    void theLockOfANodeThatCrashedIsNotWaitedFor() throws Exception {
        database.migrations().update();
        database.migrations().rollbackAll();
        database.execute(
                "update public.databasechangeloglock set locked = true, lockgranted = now(), lockedby = 'dead'");

        database.migrations().update();

        assertEquals(changes(), applied());
    }

    /** Names of the files in their order. */
    private static List<String> changes() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("warp.test.root"), "liquibase", "changes"))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.sql$", ""))
                    .sorted()
                    .toList();
        }
    }

    private List<String> applied() throws SQLException {
        return database.query("select id from public.databasechangelog order by orderexecuted");
    }

    /** Shows the lines that differ rather than two long lists. */
    private static void assertLines(List<String> expected, List<String> actual) {
        assertEquals(
                expected.stream().filter(line -> !actual.contains(line)).toList(),
                actual.stream().filter(line -> !expected.contains(line)).toList(),
                "missing lines, then lines too many");
        assertEquals(expected, actual);
    }
}
