package tel.ringer.warp.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.customer.CustomerStatus;

/** Counts within the scope of the transaction, each part within its own. */
@ApplicationScoped
class DashboardRepository {
    @PersistenceContext
    private EntityManager entities;

    List<Figure> figures(DashboardReach reach) {
        String sql = reach.parts().keySet().stream()
                .sorted()
                .map(part -> DashboardSql.of(part, reach.scopeOf(part)))
                .collect(Collectors.joining(" union all "));
        return tuples(bound(sql, reach))
                .map(row -> new Figure(
                        DashboardPart.valueOf(row.get("part", String.class)),
                        row.get("name", String.class),
                        row.get("figure", Long.class)))
                .toList();
    }

    OwnCustomers own(DashboardReach reach) {
        List<Tuple> rows = tuples(bound(DashboardSql.own(reach), reach)).toList();
        Tuple totals = rows.get(0);
        Long sent = totals.get("sent", Long.class);
        return new OwnCustomers(
                totals.get("reached", Long.class),
                rows.stream()
                        .filter(row -> row.get("id", UUID.class) != null)
                        .map(DashboardRepository::customer)
                        .toList(),
                sent == null ? OptionalLong.empty() : OptionalLong.of(sent));
    }

    private static OwnCustomer customer(Tuple row) {
        return new OwnCustomer(
                row.get("id", UUID.class),
                row.get("ban", String.class),
                row.get("company_name", String.class),
                CustomerStatus.valueOf(row.get("status", String.class)),
                row.get("user_type", String.class),
                MembershipRole.valueOf(row.get("role", String.class)));
    }

    private Query bound(String sql, DashboardReach reach) {
        Query query = entities.createNativeQuery(sql, Tuple.class);
        query.getParameters()
                .forEach(parameter -> query.setParameter(parameter.getName(), value(parameter.getName(), reach)));
        return query;
    }

    private static Object value(String parameter, DashboardReach reach) {
        return Stream.of(DashboardPart.values())
                .filter(part -> DashboardSql.types(part).equals(parameter))
                .findFirst()
                .<Object>map(part -> array(reach.userTypesFor(part)))
                .orElseGet(() -> reach.user().value());
    }

    private static String array(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).sorted().collect(Collectors.joining(",", "{", "}"));
    }

    @SuppressWarnings("unchecked")
    private static Stream<Tuple> tuples(Query query) {
        return query.getResultList().stream();
    }
}
