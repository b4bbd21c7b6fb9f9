package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.time.DatabaseClock;

/** Finds out what room a customer has. */
@ApplicationScoped
class Rooms {
    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    private PendingCap cap;

    @Inject
    private InvitationRepository repository;

    @Inject
    private InvitationAudit audit;

    @Inject
    private DatabaseClock clock;

    /** Of one customer. */
    @Inject
    @ConfigProperty(name = "warp.limits.invitations-per-address-hour")
    private int mostPerHour;

    /** As things stand; they may change at once. */
    Room look(CustomerId customer, List<NewInvitation> wanted) {
        InvitationBudget budget = cap.budget(customer);
        List<String> addresses = addresses(wanted);
        Instant now = clock.now();
        return room(repository.findPending(customer, addresses), often(customer, addresses, now), budget, now);
    }

    /**
     * Until the transaction ends nobody else invites to the customer. Overdue invitations of these addresses expire: one
     * that the timer has not seen yet is no reason to refuse another.
     */
    Room make(CustomerScope scope, CustomerId customer, List<NewInvitation> wanted) {
        InvitationBudget budget = cap.lock(customer);
        List<String> addresses = addresses(wanted);
        List<Invitation> pending = repository.lockPending(customer, addresses);
        Instant now = clock.now();
        Room room = room(pending, often(customer, addresses, now), budget, now);
        pending.stream()
                .filter(invitation -> invitation.statusAt(now) == InvitationStatus.EXPIRED)
                .forEach(overdue -> {
                    overdue.expire(now);
                    audit.record(scope, overdue, "expired", Map.of());
                });
        return room;
    }

    private Set<String> often(CustomerId customer, List<String> addresses, Instant now) {
        return Set.copyOf(repository.findInvitedSince(now.minus(HOUR), customer, addresses, mostPerHour));
    }

    private static Room room(List<Invitation> pending, Set<String> often, InvitationBudget budget, Instant now) {
        return new Room(
                pending.stream()
                        .filter(invitation -> invitation.statusAt(now) == InvitationStatus.PENDING)
                        .map(invitation -> invitation.email().normalised())
                        .collect(Collectors.toSet()),
                often,
                budget,
                now);
    }

    static List<String> addresses(List<NewInvitation> wanted) {
        return wanted.stream().map(each -> each.email().normalised()).toList();
    }
}
