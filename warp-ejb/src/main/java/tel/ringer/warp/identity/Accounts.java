package tel.ringer.warp.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.identity.FirstAdministrator.Appointment;

/** Finds the account of whoever comes in, or makes it where the rules say so. Runs inside the sign-in's transaction. */
@ApplicationScoped
class Accounts {
    @Inject
    private UserRepository repository;

    @Inject
    private FirstAdministrator firstAdministrator;

    @Inject
    private StaffType staffType;

    @Inject
    private SignInEvents events;

    /** Empty for who has neither an account nor a right to one. Who has one keeps it as it is, staff or not. */
    Optional<User> find(VerifiedIdentity identity, Instant now) {
        Optional<User> known = repository.findFor(identity);
        if (known.isEmpty() && (identity.staff() || firstAdministrator.isNamed(identity))) {
            known = repository.findAloneFor(identity);
            if (known.isEmpty()) {
                return admit(User.of(identity, now), identity);
            }
        }
        known.ifPresent(user -> firstAdministrator
                .appoint(user, identity)
                .ifPresent(appointment -> events.appointed(user, appointment)));
        return known;
    }

    /** Of whoever was invited: without a platform type if it is made now. */
    User findOrMake(VerifiedIdentity identity, Instant now) {
        return repository
                .findFor(identity)
                .or(() -> repository.findAloneFor(identity))
                .orElseGet(() -> {
                    User user = User.of(identity, now);
                    repository.add(user);
                    events.invited(user);
                    return user;
                });
    }

    private Optional<User> admit(User user, VerifiedIdentity identity) {
        Optional<Appointment> appointment = firstAdministrator.appoint(user, identity);
        if (appointment.isPresent()) {
            repository.add(user);
            events.appointed(user, appointment.get());
            return Optional.of(user);
        }
        Optional<UserType> type = identity.staff() ? staffType.find() : Optional.empty();
        type.ifPresent(given -> {
            user.changeType(given.id());
            repository.add(user);
            events.admitted(user, given);
        });
        return type.map(given -> user);
    }
}
