package tel.ringer.warp.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an account may do at a customer when it is not there to ask: for work that it left to be done. */
@Stateless
public class Mandates {
    @Inject
    private Reach reach;

    @Inject
    private ScopedTransaction transaction;

    /**
     * The scope in which the account may post to each of the paths, as of now.
     *
     * @return empty if it may not any more
     */
    public Optional<CustomerScope> toPost(UserId account, CustomerId customer, List<String> paths) {
        transaction.bind(new CustomerScope.Granted(account, Set.of()));
        if (reach.platformTypeOf(account)
                .filter(type -> type.permissions().coversEverything())
                .isPresent()) {
            return Optional.of(new CustomerScope.All(account));
        }
        return reach.standingOf(account, customer)
                .map(Standing::userType)
                .filter(type ->
                        paths.stream().allMatch(path -> type.permissions().permits("POST", path)))
                .map(type -> new CustomerScope.Granted(account, Set.of(type.id())));
    }
}
