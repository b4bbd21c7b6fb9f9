package tel.ringer.warp.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.access.UserTypes;
import tel.ringer.warp.problem.ProblemException;

/** Whoever the configuration names holds everything, as long as nobody ever has; once, whatever becomes of them. */
@ApplicationScoped
class FirstAdministrator {
    private static final System.Logger LOG = System.getLogger(FirstAdministrator.class.getName());

    @Inject
    private FirstAdministratorRepository repository;

    @Inject
    private UserTypes userTypes;

    @Inject
    @ConfigProperty(name = "warp.first-administrator")
    private Optional<String> address;

    private Optional<EmailAddress> named = Optional.empty();

    /** From what user type to which. */
    record Appointment(Optional<UserType> before, UserType after) {}

    @PostConstruct
    void read() {
        try {
            named = address.map(EmailAddress::of);
        } catch (ProblemException e) {
            String refusal = "WARP does not start: warp.first-administrator is not an e-mail address.";
            LOG.log(System.Logger.Level.ERROR, refusal);
            throw new IllegalStateException(refusal, e);
        }
    }

    boolean isAwaited() {
        return repository.isAwaited();
    }

    boolean isNamed() {
        return named.isPresent();
    }

    boolean isNamed(VerifiedIdentity identity) {
        return named.filter(email -> email.normalised().equals(identity.email().normalised()))
                .isPresent();
    }

    /**
     * Gives the account, there already or about to be, the user type of who holds everything.
     *
     * @return empty if this is somebody else, or too late
     */
    Optional<Appointment> appoint(User user, VerifiedIdentity identity) {
        if (!isNamed(identity)) {
            return Optional.empty();
        }
        Optional<UserType> before = user.userTypeId().flatMap(userTypes::find);
        Optional<UserType> after = userTypes.holdingEverything().filter(type -> repository.claim(user.id()));
        after.ifPresent(type -> user.changeType(type.id()));
        return after.map(type -> new Appointment(before, type));
    }
}
