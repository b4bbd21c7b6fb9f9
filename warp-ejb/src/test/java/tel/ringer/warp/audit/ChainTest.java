package tel.ringer.warp.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;

class ChainTest {
    private static final UUID LOW = UUID.fromString("0fffffff-ffff-4fff-8fff-ffffffffffff");
    private static final UUID HIGH = UUID.fromString("f0000000-0000-4000-8000-000000000000");

    private static Chain chain(Optional<UUID> customer, Optional<UUID> actor) {
        return Chain.of(new AuditEvent(
                customer.map(CustomerId::new),
                actor.map(UserId::new),
                "test",
                "thing.happened",
                "thing",
                UUID.randomUUID(),
                Map.of()));
    }

    @Test
    void anEventBelongsToItsCustomerWhoeverActed() {
        assertEquals(
                chain(Optional.of(LOW), Optional.empty()), chain(Optional.of(LOW), Optional.of(UUID.randomUUID())));
    }

    @Test
    void anEventWithoutCustomerBelongsToWhoActed() {
        assertEquals(chain(Optional.empty(), Optional.of(LOW)), chain(Optional.empty(), Optional.of(LOW)));
        assertNotEquals(chain(Optional.empty(), Optional.of(LOW)), chain(Optional.of(LOW), Optional.empty()));
    }

    @Test
    void nobodyComesBeforePeopleAndPeopleBeforeCustomersEachInTheOrderOfTheirBytes() {
        List<Chain> inOrder = List.of(
                chain(Optional.empty(), Optional.empty()),
                chain(Optional.empty(), Optional.of(LOW)),
                chain(Optional.empty(), Optional.of(HIGH)),
                chain(Optional.of(LOW), Optional.empty()),
                chain(Optional.of(HIGH), Optional.empty()));

        assertEquals(
                inOrder, Stream.of(4, 2, 0, 3, 1).map(inOrder::get).sorted().toList());
    }

    @Test
    void customersAreOrderedAsTheDatabaseOrdersThem() {
        CustomerId low = new CustomerId(LOW);
        CustomerId high = new CustomerId(HIGH);

        assertEquals(
                List.of(low, high),
                Stream.of(high, low).sorted(AuditLog.ORDER_OF_CUSTOMERS).toList());
    }
}
