package tel.ringer.warp.member;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.idempotency.Idempotency;
import tel.ringer.warp.idempotency.IdempotencyKey;
import tel.ringer.warp.idempotency.IdempotentRequest;
import tel.ringer.warp.idempotency.Outcome;
import tel.ringer.warp.problem.ProblemException;

/** People, as they are added over a network that loses answers: a request that comes again has one effect. */
@Stateless
@CustomerGuarded
public class MemberRequests {
    @Inject
    private Members members;

    @Inject
    private Idempotency idempotency;

    /** @throws ProblemException as {@link Members#add}; invalid, {@code idempotency_key_reused} */
    public Outcome<Member> add(
            CustomerScope scope, CustomerId customer, NewMember wanted, Optional<IdempotencyKey> key) {
        return idempotency.once(
                scope,
                customer,
                key.map(given -> new IdempotentRequest(given, "addMember", words(wanted))),
                () -> members.add(scope, customer, wanted),
                member -> member.user().id().value(),
                id -> members.get(scope, customer, new UserId(id)));
    }

    private static List<String> words(NewMember wanted) {
        return List.of(
                wanted.user().toString(),
                wanted.type().name().orElse(""),
                wanted.role().name());
    }
}
