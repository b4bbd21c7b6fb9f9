package tel.ringer.warp.usertype;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.Permission;
import tel.ringer.warp.access.PlatformAuthority;
import tel.ringer.warp.idempotency.Idempotency;
import tel.ringer.warp.idempotency.IdempotencyKey;
import tel.ringer.warp.idempotency.IdempotentRequest;
import tel.ringer.warp.idempotency.Outcome;
import tel.ringer.warp.problem.ProblemException;

/** User types, as they are created over a network that loses answers: a request that comes again has one effect. */
@Stateless
@CustomerGuarded
public class UserTypeRequests {
    @Inject
    private UserTypeDefinitions definitions;

    @Inject
    private PlatformAuthority platform;

    @Inject
    private Idempotency idempotency;

    /** @throws ProblemException as {@link UserTypeDefinitions#create}; invalid, {@code idempotency_key_reused} */
    public Outcome<UserTypeDetails> create(CustomerScope scope, NewUserType wanted, Optional<IdempotencyKey> key) {
        platform.require(scope);
        return idempotency.once(
                scope,
                key.map(given -> new IdempotentRequest(given, "createUserType", words(wanted))),
                () -> definitions.create(scope, wanted),
                created -> created.type().id(),
                id -> definitions.get(scope, new UserTypeId(id)));
    }

    private static List<String> words(NewUserType wanted) {
        List<String> words = new ArrayList<>(List.of(wanted.name(), wanted.displayName(), wanted.description()));
        wanted.permissions().stream()
                .sorted(Permission.BY_PATH)
                .map(permission -> permission.method() + " " + permission.path())
                .forEach(words::add);
        return words;
    }
}
