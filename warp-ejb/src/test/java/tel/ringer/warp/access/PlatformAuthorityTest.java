package tel.ringer.warp.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlatformAuthorityTest {
    private static final UserId USER = new UserId(UUID.randomUUID());

    private final UserType staff = type(new Permission("PUT", "/v1/admin/user-types/*/permissions"));
    private final UserType everything = type(new Permission("*", "*"));

    private static UserType type(Permission permission) {
        return new UserType(UUID.randomUUID(), "t", "T", "T", new PermissionSet(List.of(permission)));
    }

    @Test
    void thePlatformTypeMustBeAmongThoseThatPermitTheOperation() {
        assertTrue(PlatformAuthority.permits(
                new CustomerScope.Granted(USER, Set.of(staff.id(), UUID.randomUUID())), staff));
        assertFalse(PlatformAuthority.permits(new CustomerScope.Granted(USER, Set.of(UUID.randomUUID())), staff));
        assertFalse(PlatformAuthority.permits(new CustomerScope.Granted(USER, Set.of()), everything));
    }

    @Test
    void whoOnlyClaimsToHoldEverythingIsNotBelieved() {
        assertTrue(PlatformAuthority.permits(new CustomerScope.All(USER), everything));
        assertFalse(PlatformAuthority.permits(new CustomerScope.All(USER), staff));
    }

    @Test
    void noLinkAndNoTimerHasAuthority() {
        assertFalse(PlatformAuthority.permits(new CustomerScope.Invitation("00"), everything));
        assertFalse(PlatformAuthority.permits(new CustomerScope.System("job"), everything));
    }
}
