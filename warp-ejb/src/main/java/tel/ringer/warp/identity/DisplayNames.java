package tel.ringer.warp.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.problem.ProblemException;

/** What people and API keys are called. Runs inside the transaction of a guarded use case. */
@ApplicationScoped
public class DisplayNames {
    @Inject
    private UserRepository repository;

    /** @throws ProblemException not found, if the account is unknown or out of scope */
    public String of(UserId user) {
        return repository.findName(user).orElseThrow(ProblemException::notFound);
    }
}
