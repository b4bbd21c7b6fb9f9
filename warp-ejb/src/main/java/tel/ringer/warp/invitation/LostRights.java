package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import tel.ringer.warp.access.RightsChanged;
import tel.ringer.warp.access.StandingChanging;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.access.UserTypeChanged;
import tel.ringer.warp.access.UserTypes;
import tel.ringer.warp.time.DatabaseClock;

/**
 * Revokes the pending invitations of those who could not send them any more, in the transaction that takes their rights.
 * What the one who acts does not see stays pending until it expires: accepting it is refused all the same.
 */
@ApplicationScoped
class LostRights {
    private static final String REASON = "inviter_lost_right";

    @Inject
    private InviterRepository repository;

    @Inject
    private UserTypes userTypes;

    @Inject
    private Rank rank;

    @Inject
    private InvitationAudit audit;

    @Inject
    private DatabaseClock clock;

    void revoke(@Observes RightsChanged person) {
        Instant now = clock.now();
        revoke(repository.lockPendingOf(person.user(), now), person.by(), now, rank::stillAllows);
    }

    void revoke(@Observes UserTypeChanged type) {
        Instant now = clock.now();
        revoke(repository.lockPendingOfHolders(type.userType(), now), type.by(), now, rank::stillAllows);
    }

    void revoke(@Observes StandingChanging person) {
        Instant now = clock.now();
        revoke(
                repository.lockPendingOf(person.user(), person.customer(), now),
                person.by(),
                now,
                (invitation, type) -> Rank.allows(person.left(), invitation, type));
    }

    private void revoke(
            List<Invitation> pending, UserId by, Instant now, BiPredicate<Invitation, UserType> stillAllowed) {
        Map<UUID, UserType> types = userTypes.byId();
        for (Invitation invitation : pending) {
            UserType type = types.get(invitation.userTypeId());
            if (type == null || !stillAllowed.test(invitation, type)) {
                invitation.revoke(by, Optional.of(REASON), now);
                audit.recordBy(by, invitation, "revoked", Map.of("reason", REASON));
            }
        }
    }
}
