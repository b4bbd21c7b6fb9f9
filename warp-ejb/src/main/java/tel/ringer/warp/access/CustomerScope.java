package tel.ringer.warp.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * For whom a use case runs, and with it which customers' rows exist. Never null and never implied: a use case without
 * one is an error. The database checks each claim again, so that a forged scope reaches no further than its user.
 */
public sealed interface CustomerScope {
    /** What the audit log says of who acted. */
    String actor();

    /** The account that acts, a person's or an API key's; empty for links and timers. */
    default Optional<UserId> person() {
        return Optional.empty();
    }

    /** A person whose platform type holds {@code *}. */
    record All(UserId user) implements CustomerScope {
        @Override
        public Optional<UserId> person() {
            return Optional.of(user);
        }

        @Override
        public String actor() {
            return "user:" + user;
        }
    }

    /**
     * The customers at which the person holds one of the user types that permit this operation. The types, not the
     * customers, are carried, so that the cost does not grow with the number of customers.
     */
    record Granted(UserId user, Set<UUID> userTypes) implements CustomerScope {
        public Granted {
            userTypes = Set.copyOf(userTypes);
        }

        @Override
        public Optional<UserId> person() {
            return Optional.of(user);
        }

        @Override
        public String actor() {
            return "user:" + user;
        }
    }

    /**
     * Whoever follows the link of one invitation.
     *
     * @param tokenHash SHA-256 of the link's token, in lower-case hexadecimal
     */
    record Invitation(String tokenHash) implements CustomerScope {
        @Override
        public String actor() {
            return "invitee";
        }
    }

    /**
     * Whoever shows an API key, until it is known whose it is.
     *
     * @param secretHash SHA-256 of the key, in lower-case hexadecimal
     */
    record ApiKey(String secretHash) implements CustomerScope {
        @Override
        public String actor() {
            return "key";
        }
    }

    /** A timer, by the name that the row-level security policies know it by. */
    @SuppressWarnings("JavaLangClash")
    record System(String job) implements CustomerScope {
        @Override
        public String actor() {
            return "job:" + job;
        }
    }
}
