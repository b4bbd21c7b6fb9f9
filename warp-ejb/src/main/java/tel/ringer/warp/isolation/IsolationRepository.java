package tel.ringer.warp.isolation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the schema isolation reports of the database. */
@ApplicationScoped
class IsolationRepository {
    @PersistenceContext
    private EntityManager entities;

    Instant now() {
        return (Instant) entities.createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
    }

    boolean callerIsUnrestricted() {
        return (boolean)
                entities.createNativeQuery("select exists (select from auth.caller_unrestricted)", Boolean.class)
                        .getSingleResult();
    }

    InspectedLogin login() {
        return rows("select * from isolation.login_role()")
                .map(row -> new InspectedLogin(
                        row.get("name", String.class),
                        is(row, "superuser"),
                        is(row, "bypasses_row_security"),
                        is(row, "creates_roles"),
                        row.get("owned_tables", Long.class),
                        texts(row, "member_of"),
                        texts(row, "reasons")))
                .findFirst()
                .orElseThrow();
    }

    List<InspectedTable> tables() {
        return rows("select * from isolation.tables()")
                .map(row -> new InspectedTable(
                        row.get("name", String.class),
                        is(row, "row_security"),
                        is(row, "forced"),
                        Stream.of("select", "insert", "update", "delete")
                                .map(verb -> verb(row, verb))
                                .toList(),
                        row.get("serving_index", String.class),
                        row.get("rows_about", Long.class),
                        probe(row, "unset"),
                        probe(row, "stranger"),
                        texts(row, "notes"),
                        texts(row, "reasons")))
                .toList();
    }

    List<InspectedView> views() {
        return rows("select * from isolation.views()")
                .map(row -> new InspectedView(
                        row.get("name", String.class),
                        row.get("owner", String.class),
                        is(row, "security_barrier"),
                        is(row, "security_invoker"),
                        texts(row, "tenant_tables"),
                        count(row, "unset_sees"),
                        count(row, "stranger_sees"),
                        texts(row, "reasons")))
                .toList();
    }

    List<InspectedFunction> functions() {
        return rows("select * from isolation.functions()")
                .map(row -> new InspectedFunction(
                        row.get("name", String.class), row.get("owner", String.class), texts(row, "reasons")))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Stream<Tuple> rows(String sql) {
        return entities.createNativeQuery(sql, Tuple.class).getResultList().stream();
    }

    private static InspectedTable.Verb verb(Tuple row, String verb) {
        return new InspectedTable.Verb(verb, texts(row, "privileges").contains(verb), texts(row, verb + "_policies"));
    }

    private static InspectedTable.Probe probe(Tuple row, String claims) {
        return new InspectedTable.Probe(count(row, claims + "_sees"), row.get(claims + "_inserts", String.class));
    }

    private static boolean is(Tuple row, String column) {
        return row.get(column, Boolean.class);
    }

    private static @Nullable Long count(Tuple row, String column) {
        return row.get(column, Long.class);
    }

    private static List<String> texts(Tuple row, String column) {
        return List.of(row.get(column, String[].class));
    }
}
