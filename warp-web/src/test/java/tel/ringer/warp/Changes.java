package tel.ringer.warp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the changes of the database say, as text: enough to compare it with the code. */
final class Changes {
    private static final Pattern FILE = Pattern.compile("file: (changes/\\S+\\.sql)");
    /** Rollbacks stand in comments: the tables that they bring back are there no more. */
    private static final Pattern COMMENT = Pattern.compile("(?m)^--.*$");

    private static final Pattern CATALOGUE =
            Pattern.compile("(?s)insert into auth\\.permission_metadata.*?;[ \\t]*(?:\\n|$)");
    private static final Pattern ROW = Pattern.compile("\\(\\s*'([A-Z*]+)',\\s*'([^']+)'");
    private static final Pattern TABLE = Pattern.compile("(?s)create table ([\\w.]+) \\((.*?)\\n\\)");

    private Changes() {}

    /** Verb and path of each permission that the role editor knows. */
    static Set<String> catalogue() {
        return CATALOGUE
                .matcher(sql())
                .results()
                .flatMap(insert -> ROW.matcher(insert.group()).results())
                .map(row -> row.group(1) + " " + row.group(2))
                .collect(Collectors.toSet());
    }

    /** The tables with a column customer_id. */
    static Set<String> tenantTables() {
        return TABLE.matcher(sql())
                .results()
                .filter(table -> table.group(2).contains("\n  customer_id "))
                .map(table -> table.group(1))
                .collect(Collectors.toSet());
    }

    private static String sql() {
        return FILE.matcher(read("changelog.yaml"))
                .results()
                .map(file -> COMMENT.matcher(read(file.group(1))).replaceAll(""))
                .collect(Collectors.joining("\n"));
    }

    private static String read(String name) {
        try (InputStream in = Changes.class.getResourceAsStream("/liquibase/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
