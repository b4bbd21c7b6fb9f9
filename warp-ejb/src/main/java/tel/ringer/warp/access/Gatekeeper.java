package tel.ringer.warp.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tel.ringer.warp.problem.ProblemException;

/** Decides by method and path, from the database, whether a caller may, and for which customers. */
@Stateless
public class Gatekeeper {
    @Inject
    private AccessRepository repository;

    @Inject
    private UserTypes userTypes;

    @Inject
    private BearerKeyRepository keys;

    @Inject
    private CallingKey callingKey;

    @Inject
    private ScopedTransaction transaction;

    /** The caller as of now; empty if the person is not active or the session has ended. */
    public Optional<Caller> identify(UserId user, UUID session) {
        transaction.bind(new CustomerScope.Granted(user, Set.of()));
        return repository.findCaller(user, session).map(known -> {
            Map<UUID, UserType> types = userTypes.at(known.epoch());
            Set<UUID> held = new HashSet<>(known.grantedTypes());
            UUID platform = known.platformType();
            if (platform != null) {
                held.add(platform);
            }
            return new Caller(
                    user,
                    session,
                    known.email(),
                    known.displayName(),
                    Optional.ofNullable(platform == null ? null : types.get(platform)),
                    held);
        });
    }

    /** What calls with an API key, as of now; empty if the key is unknown, expired or revoked. */
    public Optional<IdentifiedKey> identify(CustomerScope.ApiKey key) {
        transaction.bind(key);
        Optional<IdentifiedKey> identified = keys.find();
        identified.map(IdentifiedKey::caller).map(Caller::userId).ifPresent(callingKey::identified);
        return identified;
    }

    /**
     * @param path of the request, without the application's root
     * @throws ProblemException forbidden, if no user type of the caller permits it anywhere
     */
    public CustomerScope authorise(Caller caller, String method, String path) {
        return rightsOf(caller)
                .scopeFor(method, path)
                .orElseThrow(() -> ProblemException.forbidden("You may not do this."));
    }

    /** For an operation that is open to whoever is signed in, and whose answer is made of what they hold. */
    public Rights rightsOf(Caller caller) {
        return Rights.of(caller, userTypes);
    }
}
