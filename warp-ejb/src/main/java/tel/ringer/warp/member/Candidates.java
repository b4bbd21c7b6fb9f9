package tel.ringer.warp.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.identity.Person;
import tel.ringer.warp.identity.Users;
import tel.ringer.warp.problem.ProblemException;

/** Who can be added to a customer: active people whom the caller sees already. */
@ApplicationScoped
class Candidates {
    @Inject
    private Users users;

    /** @throws ProblemException not found; conflict, {@code person_inactive} */
    Person require(CustomerScope scope, UserId user) {
        Person person = users.find(scope, user).orElseThrow(ProblemException::notFound);
        if (!person.user().isActive()) {
            throw ProblemException.conflict("person_inactive", "This person is not active.");
        }
        return person;
    }
}
