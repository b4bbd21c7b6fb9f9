package tel.ringer.warp.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/**
 * Authority over what holds at every customer: the caller's platform type permits the operation itself, as the database
 * knows it now. A right that comes through a grant ends at its customer.
 */
@ApplicationScoped
public class PlatformAuthority {
    @Inject
    private Reach reach;

    /**
     * The platform type by which the caller acts.
     *
     * @throws ProblemException forbidden, {@code platform_authority_required}
     */
    public UserType require(CustomerScope scope) {
        return scope.person()
                .flatMap(reach::platformTypeOf)
                .filter(type -> permits(scope, type))
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.FORBIDDEN,
                        "platform_authority_required",
                        "This holds at every customer; a right at one customer does not suffice."));
    }

    static boolean permits(CustomerScope scope, UserType platformType) {
        if (scope instanceof CustomerScope.Granted granted) {
            return granted.userTypes().contains(platformType.id());
        }
        return scope instanceof CustomerScope.All && platformType.permissions().coversEverything();
    }
}
