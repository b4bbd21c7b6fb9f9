package tel.ringer.warp.usertype;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.Permission;
import tel.ringer.warp.access.PermissionSet;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.problem.Precondition;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.time.DatabaseClock;

/**
 * The user types, which hold at every customer. Callers see those that they could give; authors, who have authority on
 * the platform, write those that they could exercise.
 */
@Stateless
@CustomerGuarded
public class UserTypeDefinitions {
    @Inject
    private UserTypeDefinitionRepository repository;

    @Inject
    private Authorship authorship;

    @Inject
    private UserTypeChanges changes;

    @Inject
    private DatabaseClock clock;

    public List<UserType> list(CustomerScope scope) {
        return authorship.visible(scope);
    }

    /** @throws ProblemException not found */
    public UserTypeDetails get(CustomerScope scope, UserTypeId id) {
        return authorship
                .findVisible(scope, id)
                .flatMap(visible -> repository.find(id))
                .map(UserTypeDefinition::details)
                .orElseThrow(ProblemException::notFound);
    }

    /**
     * @throws ProblemException forbidden, {@code platform_authority_required} or {@code rank_exceeded}; conflict,
     *     {@code user_type_exists}
     */
    public UserTypeDetails create(CustomerScope scope, NewUserType wanted) {
        authorship.author(scope).requireOwn(new PermissionSet(wanted.permissions()));
        UserTypeDefinition type = UserTypeDefinition.of(wanted, clock.now());
        repository.add(type);
        changes.created(scope, type.toUserType());
        return type.details();
    }

    /**
     * What is empty stays as it is.
     *
     * @param expected whether the caller knows that revision
     * @throws ProblemException forbidden, {@code platform_authority_required} or {@code rank_exceeded}; not found;
     *     outdated, {@code precondition_failed}
     */
    public UserTypeDetails describe(
            CustomerScope scope,
            UserTypeId id,
            Optional<String> displayName,
            Optional<String> description,
            LongPredicate expected) {
        UserTypeDefinition type = authorship.author(scope).entrusted(repository.find(id));
        Precondition.require(expected, type.revision());
        UserType before = type.toUserType();
        type.describe(displayName, description);
        repository.save();
        changes.described(scope, before, type.toUserType());
        return type.details();
    }

    /**
     * Replaces the permissions; holders have the new ones at their next request.
     *
     * @param expected whether the caller knows that revision
     * @throws ProblemException forbidden, {@code platform_authority_required} or {@code rank_exceeded}; not found;
     *     outdated, {@code precondition_failed}; conflict, {@code own_user_type}
     */
    public UserTypeDetails permit(
            CustomerScope scope, UserTypeId id, Set<Permission> permissions, LongPredicate expected) {
        Author author = authorship.author(scope);
        UserTypeDefinition type = author.entrusted(repository.find(id));
        Precondition.require(expected, type.revision());
        UserType before = type.toUserType();
        PermissionSet wanted = new PermissionSet(permissions);
        author.requireOwn(wanted);
        authorship.requireEverythingIsKept(scope, before, wanted);
        type.permit(permissions);
        repository.save();
        changes.permitted(scope, before, type.toUserType());
        return type.details();
    }

    /**
     * @param expected whether the caller knows that revision
     * @throws ProblemException forbidden, {@code platform_authority_required} or {@code rank_exceeded}; not found;
     *     outdated, {@code precondition_failed}; conflict, {@code user_type_in_use}
     */
    public void remove(CustomerScope scope, UserTypeId id, LongPredicate expected) {
        UserTypeDefinition type = authorship.author(scope).entrusted(repository.lock(id));
        Precondition.require(expected, type.revision());
        UserType removed = type.toUserType();
        repository.remove(type);
        changes.removed(scope, removed);
    }
}
