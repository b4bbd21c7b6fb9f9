package tel.ringer.warp.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/**
 * Who calls, as the database knows them at this request: an active person with an open session, or the account of an API
 * key that may be used.
 *
 * @param userId of the account
 * @param session of a person; empty for an API key
 * @param email of a person; empty for an API key
 * @param platformType the user type of the operator's staff; empty for people who only belong to customers
 * @param heldTypes ids of each user type held anywhere, the platform type included
 */
public record Caller(
        UserId userId,
        Optional<UUID> session,
        Optional<String> email,
        String displayName,
        Optional<UserType> platformType,
        Set<UUID> heldTypes) {
    /** A person. */
    public Caller(
            UserId userId,
            UUID sessionId,
            String email,
            String displayName,
            Optional<UserType> platformType,
            Set<UUID> heldTypes) {
        this(userId, Optional.of(sessionId), Optional.of(email), displayName, platformType, heldTypes);
    }

    static Caller ofKey(UserId account, String name, UUID userType) {
        return new Caller(account, Optional.empty(), Optional.empty(), name, Optional.empty(), Set.of(userType));
    }

    public boolean isPerson() {
        return session.isPresent();
    }

    /** @throws ProblemException forbidden, {@code people_only}: an API key has no session */
    public UUID sessionId() {
        return session.orElseThrow(Caller::peopleOnly);
    }

    /**
     * This caller.
     *
     * @throws ProblemException forbidden, {@code people_only}
     */
    public Caller requirePerson() {
        sessionId();
        return this;
    }

    /** What an API key may not do, whatever its user type permits. */
    public static ProblemException peopleOnly() {
        return new ProblemException(
                ProblemKind.FORBIDDEN,
                "people_only",
                "Only a person who is signed in may do this; an API key may not.");
    }

    /** For what concerns nobody but the caller: no customer's row but the caller's own grants. */
    public CustomerScope ownScope() {
        return new CustomerScope.Granted(userId, Set.of());
    }
}
