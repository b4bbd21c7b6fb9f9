package tel.ringer.warp.identity;

import java.util.Optional;
import tel.ringer.warp.access.UserType;

/**
 * A person and what they hold as operator's staff.
 *
 * @param platformType empty for people who only belong to customers
 */
public record Person(User user, Optional<UserType> platformType) {
    /** Active, and the platform type permits everything everywhere. */
    boolean holdsEverything() {
        return user.isActive()
                && platformType
                        .filter(type -> type.permissions().coversEverything())
                        .isPresent();
    }
}
