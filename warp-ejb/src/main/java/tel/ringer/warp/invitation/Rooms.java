package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.time.DatabaseClock;

/** Finds out what room a customer has. */
@ApplicationScoped
class Rooms {
    @Inject
    private PendingCap cap;

    @Inject
    private InvitationRepository repository;

    @Inject
    private InvitationAudit audit;

    @Inject
    private DatabaseClock clock;

    /** As things stand; they may change at once. */
    Room look(CustomerId customer, List<NewInvitation> wanted) {
        InvitationBudget budget = cap.budget(customer);
        return room(repository.findPending(customer, addresses(wanted)), budget, clock.now());
    }

    /**
     * Until the transaction ends nobody else invites to the customer. Overdue invitations of these addresses expire: one
     * that the timer has not seen yet is no reason to refuse another.
     */
    Room make(CustomerScope scope, CustomerId customer, List<NewInvitation> wanted) {
        InvitationBudget budget = cap.lock(customer);
        List<Invitation> pending = repository.lockPending(customer, addresses(wanted));
        Instant now = clock.now();
        Room room = room(pending, budget, now);
        pending.stream()
                .filter(invitation -> invitation.statusAt(now) == InvitationStatus.EXPIRED)
                .forEach(overdue -> {
                    overdue.expire(now);
                    audit.record(scope, overdue, "expired", Map.of());
                });
        return room;
    }

    private static Room room(List<Invitation> pending, InvitationBudget budget, Instant now) {
        return new Room(
                pending.stream()
                        .filter(invitation -> invitation.statusAt(now) == InvitationStatus.PENDING)
                        .map(invitation -> invitation.email().normalised())
                        .collect(Collectors.toSet()),
                budget,
                now);
    }

    static List<String> addresses(List<NewInvitation> wanted) {
        return wanted.stream().map(each -> each.email().normalised()).toList();
    }
}
