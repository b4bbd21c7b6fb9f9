package tel.ringer.warp.privacy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;
import tel.ringer.warp.identity.Users;
import tel.ringer.warp.problem.ProblemException;

/** All that is kept of one person: for that person, and for who holds everything. */
@Stateless
@CustomerGuarded
public class PersonalData {
    /** Rows of one step of an export. */
    public static final int STEP = 500;

    @Inject
    private PersonalDataRepository repository;

    @Inject
    private Users users;

    @Inject
    private AuditLog log;

    /**
     * Tells the audit log that the person's data is handed out, before any of it is.
     *
     * @throws ProblemException forbidden, unless the caller is the person or holds everything; not found
     */
    public void beginExport(CustomerScope scope, UserId person) {
        if (scope.person().filter(person::equals).isEmpty()) {
            requireEverything(scope);
            requireKnown(scope, person);
        }
        log.record(new AuditEvent(
                Optional.empty(),
                scope.person(),
                scope.actor(),
                "user.personal_data_exported",
                "user",
                person.value(),
                Map.of()));
    }

    /** The next of a section; fewer than {@link #STEP} are the last. */
    public List<PersonalItem> following(
            CustomerScope scope, UserId person, PersonalDataSection section, Optional<PersonalItem> last) {
        return repository.read(person, section, last.orElse(PersonalItem.START), STEP);
    }

    private void requireKnown(CustomerScope scope, UserId person) {
        if (users.find(scope, person).isEmpty()) {
            throw ProblemException.notFound();
        }
    }

    private static void requireEverything(CustomerScope scope) {
        if (!(scope instanceof CustomerScope.All)) {
            throw ProblemException.forbidden("This shows a person at every customer; only who holds everything may.");
        }
    }
}
