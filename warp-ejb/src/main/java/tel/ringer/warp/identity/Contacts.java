package tel.ringer.warp.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import tel.ringer.warp.access.UserId;

/** Where people are reached. Runs inside the transaction of a guarded use case. */
@ApplicationScoped
public class Contacts {
    @Inject
    private UserRepository repository;

    /** Empty for API keys, and for whoever is not active or out of scope. */
    public Optional<EmailAddress> of(UserId user) {
        return repository.find(user).filter(User::isActive).map(person -> EmailAddress.of(person.email()));
    }
}
