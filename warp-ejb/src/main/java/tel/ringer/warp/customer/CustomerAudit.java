package tel.ringer.warp.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;

/** What the audit log is told of customers. Of what may be about a person, no more than that it changed. */
@ApplicationScoped
class CustomerAudit {
    private static final Set<String> PERSONAL = Set.of("contact", "address", "business", "custom_fields");
    private static final Set<String> OF_STATUS = Set.of("/status", "/suspension_reason");

    @Inject
    private AuditLog log;

    void created(CustomerScope scope, Customer customer) {
        record(
                scope,
                customer.id(),
                "customer.created",
                Map.of(
                        "ban", customer.ban().value(),
                        "company_name", customer.companyName(),
                        "customer_type", customer.customerType().name(),
                        "status_after", customer.status().name()));
    }

    void changed(CustomerScope scope, CustomerId customer, FieldChanges fields, StatusChange status) {
        Map<String, String> details = new HashMap<>();
        fields.changes().forEach((pointer, change) -> {
            if (!status.changesAnything() || !OF_STATUS.contains(pointer)) {
                describe(details, pointer.substring(1).replace('/', '.'), change);
            }
        });
        if (!details.isEmpty()) {
            record(scope, customer, "customer.changed", details);
        }
        if (status.changesAnything()) {
            record(scope, customer, "customer.status_changed", described(status));
        }
    }

    private static void describe(Map<String, String> details, String name, FieldChanges.Change change) {
        if (PERSONAL.contains(name.split("\\.", 2)[0])) {
            details.put(name, "changed");
        } else {
            details.put(name + "_before", text(change.before()));
            details.put(name + "_after", text(change.after()));
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static Map<String, String> described(StatusChange status) {
        return Map.of(
                "status_before", status.before().name(),
                "status_after", status.after().name(),
                "reason", status.reason().orElse(""));
    }

    private void record(CustomerScope scope, CustomerId customer, String action, Map<String, String> details) {
        log.record(new AuditEvent(
                Optional.of(customer), scope.person(), scope.actor(), action, "customer", customer.value(), details));
    }
}
