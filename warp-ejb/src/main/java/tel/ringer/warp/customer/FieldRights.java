package tel.ringer.warp.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.Reach;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.problem.ProblemException;

/** Who may change which fields: what the carrier decides about takes a permission that is no route. */
@ApplicationScoped
class FieldRights {
    @Inject
    private Reach reach;

    /** @throws ProblemException invalid, {@code field_not_permitted}, naming each */
    void require(UserId by, CustomerId customer, CustomerPatch patch) {
        Set<String> carriers = patch.carriers();
        if (!carriers.isEmpty() && !mayChangeEverything(by, customer)) {
            throw ProblemException.invalidFields(
                    "field_not_permitted",
                    "You may not change these fields of this customer.",
                    carriers.stream()
                            .collect(Collectors.toMap(
                                    Function.identity(), pointer -> "Only the carrier changes this.")));
        }
    }

    private boolean mayChangeEverything(UserId by, CustomerId customer) {
        return reach.standingOf(by, customer)
                .filter(standing ->
                        standing.userType().permissions().permits("PATCH", "/v1/admin/customers/" + customer))
                .isPresent();
    }
}
