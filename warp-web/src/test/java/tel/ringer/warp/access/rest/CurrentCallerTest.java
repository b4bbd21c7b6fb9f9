package tel.ringer.warp.access.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.access.Caller;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;

class CurrentCallerTest {
    private static final UserId USER = new UserId(UUID.randomUUID());

    private final CurrentCaller current = new CurrentCaller();

    @Test
    void aScopeThatNobodyDecidedIsAnErrorAndNotAll() {
        current.identified(new Caller(USER, UUID.randomUUID(), "j@example.com", "Jane", Optional.empty(), Set.of()));
        assertThrows(IllegalStateException.class, current::scope);
    }

    @Test
    void aCallerThatNobodyIdentifiedIsAnError() {
        assertThrows(IllegalStateException.class, current::get);
    }

    @Test
    void theDecidedScopeIsHandedOn() {
        CustomerScope scope = new CustomerScope.Granted(USER, Set.of());
        current.authorised(scope, () -> scope);
        assertEquals(scope, current.scope());
    }
}
