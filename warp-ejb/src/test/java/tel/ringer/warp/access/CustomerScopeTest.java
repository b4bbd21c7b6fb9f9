package tel.ringer.warp.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CustomerScopeTest {
    private static final UserId USER = UserId.fromString("0b5c1f6e-9a3d-4c2b-8e7f-123456789abc");

    @Test
    void theActorIsToldWithoutSecrets() {
        assertEquals("user:" + USER.value(), new CustomerScope.All(USER).actor());
        assertEquals("user:" + USER.value(), new CustomerScope.Granted(USER, Set.of()).actor());
        assertEquals("invitee", new CustomerScope.Invitation("00ff").actor());
        assertEquals("job:expiry", new CustomerScope.System("expiry").actor());
    }

    @Test
    void theTypesOfAScopeDoNotChangeAfterwards() {
        Set<UUID> types = new HashSet<>();
        CustomerScope.Granted scope = new CustomerScope.Granted(USER, types);
        types.add(UUID.randomUUID());
        assertEquals(Set.of(), scope.userTypes());
    }
}
