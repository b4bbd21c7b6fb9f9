package tel.ringer.warp;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import org.hibernate.annotations.Filter;
import tel.ringer.warp.access.ScopedTransaction;

/** An entity on a table with a customer_id, and the customers themselves, carry the tenant filter. */
final class BeFilteredByTenant extends ArchCondition<JavaClass> {
    private static final String CUSTOMERS = "accounts.customers";

    /** Whoever adds one here says why. */
    private static final Map<String, String> UNFILTERED = Map.of(
            "tel.ringer.warp.invitation.MintedToken", "found by its hash alone, in the scope of the link's bearer");

    BeFilteredByTenant() {
        super("be filtered by tenant if their rows belong to customers");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (belongsToCustomers(type) && !isFiltered(type) && !UNFILTERED.containsKey(type.getName())) {
            events.add(SimpleConditionEvent.violated(type, type.getDescription() + " has no tenant filter"));
        }
    }

    private static boolean belongsToCustomers(JavaClass type) {
        if (!type.isAnnotatedWith(Table.class)) {
            return type.isAnnotatedWith(Entity.class);
        }
        Table table = type.getAnnotationOfType(Table.class);
        String name = table.schema() + "." + table.name();
        return name.equals(CUSTOMERS) || Changes.tenantTables().contains(name);
    }

    private static boolean isFiltered(JavaClass type) {
        return type.isAnnotatedWith(Filter.class)
                && type.getAnnotationOfType(Filter.class).name().equals(ScopedTransaction.TENANT_FILTER);
    }
}
