package tel.ringer.warp.privacy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.identity.Oversight;
import tel.ringer.warp.problem.ProblemException;

/** People who were only ever invited, by all there is of them: an address without an account. For who holds everything. */
@Stateless
@CustomerGuarded
public class InvitedPeople {
    @Inject
    private Oversight oversight;

    @Inject
    private PersonalDataRepository repository;

    @Inject
    private ErasureAudit audit;

    /**
     * Tells the audit log whose data is handed out, before any of it is. Nobody is erased meanwhile: what the log keeps of
     * the address for it is forgotten with the rest.
     *
     * @throws ProblemException forbidden; conflict, {@code has_account}; not found if nothing is kept
     */
    public void beginExport(CustomerScope scope, EmailAddress address) {
        audit.exported(require(scope, address), address);
    }

    /** The next of a section; fewer than {@link PersonalData#STEP} are the last. */
    public List<PersonalItem> following(
            CustomerScope scope, EmailAddress address, PersonalDataSection section, Optional<PersonalItem> last) {
        return repository.read(address, section, last.orElse(PersonalItem.START), PersonalData.STEP);
    }

    /**
     * What is kept is forgotten or stands under a pseudonym; pending invitations are revoked. The address may be invited
     * again, as somebody new.
     *
     * @param reason why; it stays in the audit log
     * @throws ProblemException forbidden; conflict, {@code has_account}; not found if nothing is kept
     */
    public void erase(CustomerScope scope, EmailAddress address, String reason) {
        UserId by = require(scope, address);
        UUID pseudonym = UUID.randomUUID();
        audit.erasedAddress(by, pseudonym, reason, repository.erase(address, pseudonym, by));
    }

    /** Until the end of the transaction nobody else is erased or exported by address. */
    private UserId require(CustomerScope scope, EmailAddress address) {
        oversight.require(scope);
        repository.requireNoAccount(address);
        if (Arrays.stream(PersonalDataSection.values()).allMatch(section -> isEmpty(address, section))) {
            throw ProblemException.notFound();
        }
        return scope.person().orElseThrow(() -> new IllegalStateException("Only a person holds everything"));
    }

    private boolean isEmpty(EmailAddress address, PersonalDataSection section) {
        return repository.read(address, section, PersonalItem.START, 1).isEmpty();
    }
}
