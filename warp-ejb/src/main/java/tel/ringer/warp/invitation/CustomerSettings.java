package tel.ringer.warp.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;
import tel.ringer.warp.audit.PersonalValue;
import tel.ringer.warp.customer.Customers;
import tel.ringer.warp.customer.OpenCustomers;
import tel.ringer.warp.problem.Precondition;
import tel.ringer.warp.problem.ProblemException;

/** The terms of a customer's invitations, as those who manage its people see and set them. */
@Stateless
@CustomerGuarded
public class CustomerSettings {
    private static final Set<String> REPLY_TO = Set.of("reply_to_before", "reply_to_after");

    @Inject
    private StoredSettingsRepository repository;

    @Inject
    private Customers customers;

    @Inject
    private OpenCustomers open;

    @Inject
    private InvitationTerms terms;

    @Inject
    private PendingCap cap;

    @Inject
    private ReminderRepository reminders;

    @Inject
    private AuditLog audit;

    /** @throws ProblemException not found */
    public SettingsDetails get(CustomerScope scope, CustomerId customer) {
        customers.get(scope, customer);
        return details(customer, repository.find(customer));
    }

    /**
     * From now on; what was sent keeps its expiry. What is pending is reminded as wanted now.
     *
     * @param wanted within the platform's bounds
     * @param expected whether the caller knows that revision
     * @throws ProblemException not found; conflict, {@code customer_closed}; outdated, {@code precondition_failed}
     */
    public SettingsDetails replace(
            CustomerScope scope, CustomerId customer, InvitationSettings wanted, LongPredicate expected) {
        open.require(customer);
        repository.lock(customer);
        Optional<StoredSettings> stored = repository.find(customer);
        SettingsDetails before = details(customer, stored);
        Precondition.require(expected, before.revision());
        StoredSettings changed = stored.orElseGet(() -> StoredSettings.of(customer));
        changed.replaceBy(wanted);
        repository.save(changed);
        if (!wanted.reminderDays().equals(before.settings().reminderDays())) {
            reminders.reschedule(customer, wanted.reminderDays());
        }
        record(scope, customer, before.settings(), wanted);
        return details(customer, Optional.of(changed));
    }

    private SettingsDetails details(CustomerId customer, Optional<StoredSettings> stored) {
        return new SettingsDetails(
                terms.of(stored),
                cap.budget(customer),
                stored.map(StoredSettings::revision).orElse(0L));
    }

    private void record(CustomerScope scope, CustomerId customer, InvitationSettings before, InvitationSettings after) {
        Map<String, Object> changes = new HashMap<>();
        before.named().forEach((name, was) -> {
            String is = after.named().get(name);
            if (!was.equals(is)) {
                changes.put(name + "_before", was);
                changes.put(name + "_after", String.valueOf(is));
            }
        });
        REPLY_TO.forEach(name ->
                changes.computeIfPresent(name, (same, text) -> new PersonalValue(customer.value(), text.toString())));
        audit.record(new AuditEvent(
                Optional.of(customer),
                scope.person(),
                scope.actor(),
                "invitation_settings.changed",
                "customer",
                customer.value(),
                changes));
    }
}
