package tel.ringer.warp.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.customer.Customers;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;
import tel.ringer.warp.time.DatabaseClock;

/** How far the invitations of a customer got. Of those that are kept: the clean-up takes old ones out of the figures. */
@Stateless
@CustomerGuarded
public class InvitationFigures {
    private static final Duration USUAL = Duration.ofDays(30);

    @Inject
    private Customers customers;

    @Inject
    private FunnelRepository repository;

    @Inject
    private DatabaseClock clock;

    /** The figures of a time, of which the second end is just not part. */
    public record Period(Instant from, Instant to, Funnel funnel) {}

    /**
     * @param from 30 days before the end if empty
     * @param to now if empty
     * @throws ProblemException not found; malformed, {@code invalid_period}
     */
    public Period of(CustomerScope scope, CustomerId customer, Optional<Instant> from, Optional<Instant> to) {
        customers.get(scope, customer);
        Instant end = to.orElseGet(clock::now);
        Instant begin = from.orElse(end.minus(USUAL));
        if (!begin.isBefore(end)) {
            throw new ProblemException(ProblemKind.MALFORMED, "invalid_period", "The time must begin before it ends.");
        }
        return new Period(begin, end, repository.of(customer, begin, end));
    }
}
