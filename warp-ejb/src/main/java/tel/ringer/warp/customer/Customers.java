package tel.ringer.warp.customer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.paging.Page;
import tel.ringer.warp.problem.ProblemException;

/** The companies that buy from the carrier, each caller's own and no others. */
@Stateless
@CustomerGuarded
public class Customers {
    @Inject
    private CustomerRepository repository;

    @Inject
    private DirectoryRepository directory;

    /** @throws ProblemException not found, if the customer is unknown or out of scope */
    public Customer get(CustomerScope scope, CustomerId id) {
        return repository.find(id).orElseThrow(ProblemException::notFound);
    }

    /** @throws ProblemException not found, if the customer is unknown or out of scope */
    public Customer getByBan(CustomerScope scope, Ban ban) {
        return repository.find(ban).orElseThrow(ProblemException::notFound);
    }

    /** @throws ProblemException malformed, {@code invalid_cursor}: the cursor is none of this order */
    public Page<Customer> list(CustomerScope scope, CustomerQuery query) {
        OptionalLong total =
                query.page().withTotal() ? OptionalLong.of(directory.count(scope, query)) : OptionalLong.empty();
        return Page.of(directory.list(scope, query), query.page(), query.sort()::place, total)
                .map(CustomerRow::customer);
    }
}
