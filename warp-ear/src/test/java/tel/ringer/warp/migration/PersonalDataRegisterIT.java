package tel.ringer.warp.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each column that can hold something of a person is in the register of docs/privacy.md, or this fails. */
@Timeout(60)
class PersonalDataRegisterIT {
    private static final Path REGISTER = Path.of(System.getProperty("warp.test.root"), "docs", "privacy.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+\\.[a-z_]+)` \\| ([^|]*) \\|");
    private static final Pattern NAME = Pattern.compile("`([a-z_0-9]+)`");

    /** Partitions are as what they are parts of; the tables of Liquibase are not WARP's. */
    private static final String COLUMNS =
            """
            select format('%s.%s.%s', c.table_schema, c.table_name, c.column_name)
            from information_schema.columns c
            join pg_class t on t.oid = format('%I.%I', c.table_schema, c.table_name)::regclass
            where c.table_schema !~ '^pg_' and c.table_schema <> 'information_schema'
              and t.relkind in ('r', 'p') and not t.relispartition and t.relname !~ '^databasechangelog'
              and c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'xml', 'bytea', 'inet', 'cidr',
                'macaddr', 'uuid', 'ARRAY', 'USER-DEFINED')
            order by 1
            """;

    private static List<String> columns() throws IOException, SQLException {
        try (FreshDatabase database = FreshDatabase.create()) {
            database.migrations().update();
            return database.query(COLUMNS);
        }
    }

    private static List<String> registered() throws IOException {
        return ROW.matcher(Files.readString(REGISTER))
                .results()
                .flatMap(PersonalDataRegisterIT::columnsOf)
                .sorted()
                .toList();
    }

    private static Stream<String> columnsOf(MatchResult row) {
        return NAME.matcher(row.group(2)).results().map(column -> row.group(1) + "." + column.group(1));
    }

    @Test
    void everyColumnIsInTheRegisterOnce() throws Exception {
        List<String> registered = registered();
        TreeSet<String> missing = new TreeSet<>(columns());
        TreeSet<String> gone = new TreeSet<>(registered);
        gone.removeAll(missing);
        missing.removeAll(registered);
        List<String> twice = registered.stream()
                .filter(column -> registered.indexOf(column) != registered.lastIndexOf(column))
                .distinct()
                .toList();

        assertEquals(
                "missing [], gone [], twice []",
                "missing " + missing + ", gone " + gone + ", twice " + twice,
                "docs/privacy.md does not classify what the schema has");
    }
}
