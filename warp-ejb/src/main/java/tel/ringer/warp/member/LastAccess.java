package tel.ringer.warp.member;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tel.ringer.warp.access.Administrators;
import tel.ringer.warp.access.Memberships;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.access.UserTypes;
import tel.ringer.warp.customer.CustomerStatusChanged;

/**
 * Takes the access of a closed customer's people: with the grants, each wall stands before its data. The operator's staff
 * keeps theirs, to look things up. The rule about the last administrator does not hold: nobody is left to be managed.
 */
@ApplicationScoped
class LastAccess {
    @Inject
    private Administrators administrators;

    @Inject
    private MemberRepository repository;

    @Inject
    private Memberships memberships;

    @Inject
    private UserTypes userTypes;

    @Inject
    private MemberChanges changes;

    void lock(@Observes @Priority(CustomerStatusChanged.LOCK_PEOPLE) CustomerStatusChanged change) {
        if (change.closes()) {
            administrators.lock(change.customer());
            repository.lockBesideStaff(change.customer());
        }
    }

    void end(@Observes @Priority(CustomerStatusChanged.END_ACCESS) CustomerStatusChanged change) {
        if (change.closes()) {
            Map<UUID, UserType> types = userTypes.byId();
            List<MemberRow> people = repository.findBesideStaff(change.customer());
            people.forEach(
                    row -> changes.closes(change.by(), change.customer(), Member.of(row.user(), row.grant(), types)));
            memberships.remove(people.stream().map(MemberRow::grant).toList());
        }
    }
}
