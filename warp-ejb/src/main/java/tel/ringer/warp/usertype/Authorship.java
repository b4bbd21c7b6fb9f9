package tel.ringer.warp.usertype;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tel.ringer.warp.access.Administrators;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.Givable;
import tel.ringer.warp.access.PermissionSet;
import tel.ringer.warp.access.PlatformAuthority;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.access.UserTypes;
import tel.ringer.warp.problem.ProblemException;

/** Who sees which user types, and who may write any. */
@ApplicationScoped
class Authorship {
    @Inject
    private UserTypes userTypes;

    @Inject
    private Givable givable;

    @Inject
    private PlatformAuthority platform;

    @Inject
    private Administrators administrators;

    /** Those that the caller could give, in the order of their names. */
    List<UserType> visible(CustomerScope scope) {
        Predicate<PermissionSet> sees = givable.by(scope);
        return userTypes.byId().values().stream()
                .filter(type -> sees.test(type.permissions()))
                .sorted(Comparator.comparing(UserType::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(UserType::name))
                .toList();
    }

    Optional<UserType> findVisible(CustomerScope scope, UserTypeId id) {
        return userTypes.find(id.value()).filter(type -> givable.by(scope).test(type.permissions()));
    }

    /** @throws ProblemException forbidden, {@code platform_authority_required} */
    Author author(CustomerScope scope) {
        return new Author(platform.require(scope), givable.by(scope));
    }

    /**
     * Whoever takes everything from a type keeps it by another, so that there is always somebody who can undo. Looked at
     * again under the lock that all take who take it from somebody.
     *
     * @throws ProblemException conflict, {@code own_user_type}; forbidden
     */
    void requireEverythingIsKept(CustomerScope scope, UserType before, PermissionSet wanted) {
        if (before.permissions().coversEverything() && !wanted.coversEverything()) {
            administrators.lockPlatform();
            author(scope).requireAnother(before);
        }
    }
}
