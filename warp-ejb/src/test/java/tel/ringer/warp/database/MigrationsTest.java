package tel.ringer.warp.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationsTest {
    private static final Pattern INCLUDED = Pattern.compile("file: changes/(\\S+)\\.sql");

    private static String read(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(MigrationsTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Stream<String> changes() throws IOException {
        return INCLUDED.matcher(read("/liquibase/changelog.yaml")).results().map(found -> found.group(1));
    }

    @Test
    void theNewestChangeIsTheLastOfTheChangelogAndItsFileExists() throws IOException {
        List<String> all = changes().toList();
        assertEquals(all.get(all.size() - 1), Migrations.newest());
        assertNotNull(Migrations.class.getResource("/liquibase/changes/" + Migrations.newest() + ".sql"));
    }

    @Test
    void theChangesAreInTheOrderOfTheirNumbers() throws IOException {
        List<String> all = changes().toList();
        assertEquals(all.stream().sorted().distinct().toList(), all);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeIsNamedAsItsFileSaysWhyAndCanBeUndone(String change) throws IOException {
        String sql = read("/liquibase/changes/" + change + ".sql");
        assertTrue(sql.startsWith("--liquibase formatted sql"), "first line");
        assertEquals(
                List.of(change),
                Pattern.compile("--changeset warp:(\\S+)")
                        .matcher(sql)
                        .results()
                        .map(found -> found.group(1))
                        .toList());
        assertTrue(sql.contains("\n--comment: "), "comment");
        assertTrue(sql.contains("\n--rollback "), "rollback");
    }
}
