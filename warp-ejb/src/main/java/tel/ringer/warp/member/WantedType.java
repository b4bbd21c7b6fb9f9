package tel.ringer.warp.member;

import java.util.Optional;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.access.UserTypes;
import tel.ringer.warp.problem.ProblemException;

/**
 * Which user type somebody is to hold at a customer.
 *
 * @param name of the user type; empty if the platform type is to apply
 */
public record WantedType(Optional<String> name) {
    /** @throws ProblemException invalid, {@code unknown_user_type} or {@code no_platform_type} */
    Optional<UserType> among(UserTypes types, Optional<UserType> platformType) {
        if (name.isEmpty() && platformType.isEmpty()) {
            throw ProblemException.invalid(
                    "no_platform_type", "This person has no platform type that could apply; name a user type.");
        }
        return name.map(types::byName);
    }
}
