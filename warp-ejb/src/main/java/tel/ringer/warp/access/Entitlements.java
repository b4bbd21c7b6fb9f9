package tel.ringer.warp.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What callers may do, for front ends that show no more than that. */
@Stateless
@CustomerGuarded
public class Entitlements {
    @Inject
    private UserTypes userTypes;

    @Inject
    private Reach reach;

    @Inject
    private Givable givable;

    @Inject
    private EntitlementRepository repository;

    /** In the order of the questions. A foreign customer, an unknown one and a missing right are the same no. */
    public List<Boolean> answer(CustomerScope scope, Caller caller, List<AccessQuestion> questions) {
        Rights anywhere = Rights.of(caller, userTypes);
        Map<CustomerId, Optional<Standing>> standings = new HashMap<>();
        return questions.stream()
                .map(question -> question.customer()
                        .map(id -> standings.computeIfAbsent(id, at -> reach.standingOf(caller.userId(), at)))
                        .map(standing -> permits(standing, question))
                        .orElseGet(() -> anywhere.permit(question.method(), question.path())))
                .toList();
    }

    private static boolean permits(Optional<Standing> standing, AccessQuestion question) {
        return standing.map(held -> held.userType().permissions())
                .filter(permissions -> permissions.permits(question.method(), question.path()))
                .isPresent();
    }

    /** The user type in force at the customer, or all that are held anywhere; none at a foreign or unknown customer. */
    public List<UserType> inForce(CustomerScope scope, Caller caller, Optional<CustomerId> customer) {
        List<UserType> types = customer.map(id -> reach.standingOf(caller.userId(), id).stream()
                        .map(Standing::userType)
                        .toList())
                .orElseGet(() -> userTypes.findAll(caller.heldTypes()));
        return types.stream().sorted(Comparator.comparing(UserType::name)).toList();
    }

    /**
     * For whoever has to know again, in the middle of a request.
     *
     * @throws tel.ringer.warp.problem.ProblemException not found or forbidden, as a use case that names the customer
     */
    public void require(CustomerScope scope, CustomerId customer) {
        reach.require(scope, customer);
    }

    /** Of the permissions that there are, those that the caller could give. */
    public List<CatalogueEntry> available(CustomerScope scope) {
        Predicate<PermissionSet> ofCaller = givable.by(scope);
        return repository.catalogue().stream()
                .filter(entry -> ofCaller.test(new PermissionSet(Set.of(entry.permission()))))
                .toList();
    }
}
