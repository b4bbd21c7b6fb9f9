package tel.ringer.warp.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.PlatformAuthority;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.time.DatabaseClock;

/** Takes new customers into the books. Runs inside the transaction of a guarded use case. */
@ApplicationScoped
public class Registration {
    @Inject
    private PlatformAuthority authority;

    @Inject
    private CustomerRepository repository;

    @Inject
    private BanGenerator generator;

    @Inject
    private CustomerAudit audit;

    @Inject
    private DatabaseClock clock;

    /** @throws ProblemException forbidden, {@code platform_authority_required} */
    public UserId requireAuthority(CustomerScope scope) {
        authority.require(scope);
        return scope.person().orElseThrow(() -> new IllegalStateException("Only a person has a platform type"));
    }

    /**
     * A customer with all that is wanted of it, under the billing account number that is wanted or a new one.
     *
     * @throws ProblemException forbidden, {@code platform_authority_required}; invalid, {@code invalid_body}, naming each
     *     field; conflict, {@code ban_taken}
     */
    public Customer register(CustomerScope scope, CustomerPatch wanted) {
        UserId by = requireAuthority(scope);
        FieldChanges fields = new FieldChanges(wanted);
        Ban ban = fields.optional("/ban", null, FieldForms.BAN);
        Customer draft = Customer.of(fields, by, clock.now());
        draft.change(fields);
        fields.requireFaultless();
        take(draft, ban);
        Customer customer = repository.lock(draft.id()).orElseThrow(ProblemException::notFound);
        customer.change(new FieldChanges(wanted));
        repository.write();
        audit.created(scope, customer);
        return customer;
    }

    private void take(Customer draft, @Nullable Ban wanted) {
        if (wanted == null) {
            generator.firstThat(ban -> repository.add(draft, ban));
        } else if (!repository.add(draft, wanted)) {
            throw ProblemException.conflict("ban_taken", "This billing account number is taken.");
        }
    }
}
