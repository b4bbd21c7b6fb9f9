package tel.ringer.warp.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.problem.ProblemException;

/** Who reaches which customer, and how far: read in the running transaction, never from a token. */
@ApplicationScoped
public class Reach {
    @Inject
    private AccessRepository repository;

    @Inject
    private UserTypes userTypes;

    /**
     * @throws ProblemException not found, if the customer is unknown or out of reach; forbidden, if the caller belongs
     *     to the customer but may not do this there
     */
    public void require(CustomerScope scope, CustomerId customer) {
        if (scope instanceof CustomerScope.Granted granted) {
            Standing standing = standingOf(granted.user(), customer).orElseThrow(ProblemException::notFound);
            if (!granted.userTypes().contains(standing.userType().id())) {
                throw ProblemException.forbidden("You may not do this at this customer.");
            }
        } else if (scope instanceof CustomerScope.ApiKey
                || (scope instanceof CustomerScope.Invitation && !repository.bearerReaches(customer))) {
            throw ProblemException.notFound();
        }
    }

    /** What an active person holds at the customer; the holder of {@code *} stands above its owner everywhere. */
    public Optional<Standing> standingOf(UserId user, CustomerId customer) {
        return repository.findHeldTypes(user, customer).flatMap(this::standing);
    }

    /** The user type that an active person of the operator's staff holds, as of now. */
    public Optional<UserType> platformTypeOf(UserId user) {
        return repository.findPlatformType(user).flatMap(this::find);
    }

    private Optional<Standing> standing(AccessRepository.HeldTypes held) {
        return Standing.of(find(held.platformType()), find(held.grantedType()), held.role());
    }

    private Optional<UserType> find(@Nullable UUID type) {
        return type == null ? Optional.empty() : userTypes.find(type);
    }
}
