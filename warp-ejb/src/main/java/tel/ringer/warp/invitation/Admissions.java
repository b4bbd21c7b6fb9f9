package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.Memberships;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.access.UserTypes;

/** Looks up what decides who may be invited: once, however many are wanted. */
@ApplicationScoped
class Admissions {
    @Inject
    private Rank rank;

    @Inject
    private UserTypes userTypes;

    @Inject
    private Memberships memberships;

    @Inject
    private InvitationTerms terms;

    /**
     * @param room made before: who was accepting meanwhile belongs to the customer after the wait for the pending row
     * @throws tel.ringer.warp.problem.ProblemException forbidden, {@code rank_exceeded}, for who holds nothing there
     */
    Admission at(CustomerId customer, UserId inviter, List<NewInvitation> wanted, Room room) {
        Map<String, UserType> types =
                userTypes.byId().values().stream().collect(Collectors.toMap(UserType::name, Function.identity()));
        return new Admission(
                rank.of(inviter, customer),
                types,
                terms.of(customer),
                memberships.among(customer, Rooms.addresses(wanted)),
                room);
    }
}
