package tel.ringer.warp.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RightsTest {
    private static final UserId USER = new UserId(UUID.randomUUID());

    private final UserType reader = type(new Permission("GET", "/v1/customers"));
    private final UserType writer = type(new Permission("POST", "/v1/customers"));

    private static UserType type(Permission... permissions) {
        return new UserType(UUID.randomUUID(), "t", "T", "T", new PermissionSet(List.of(permissions)));
    }

    @Test
    void theScopeNamesTheTypesThatPermitTheOperationAndNoOthers() {
        Rights rights = new Rights(USER, false, List.of(reader, writer));

        assertEquals(
                Optional.of(new CustomerScope.Granted(USER, Set.of(reader.id()))),
                rights.scopeFor("GET", "/v1/customers"));
        assertTrue(rights.permit("POST", "/v1/customers"));
    }

    @Test
    void whatNoTypePermitsIsPermittedNowhere() {
        Rights rights = new Rights(USER, false, List.of(reader));

        assertEquals(Optional.empty(), rights.scopeFor("DELETE", "/v1/customers"));
        assertFalse(rights.permit("GET", "/v1/customers/1"));
        assertFalse(new Rights(USER, false, List.of()).permit("GET", "/v1/customers"));
    }

    @Test
    void whoHoldsEverythingOnThePlatformIsConfinedToNoCustomer() {
        assertEquals(
                Optional.of(new CustomerScope.All(USER)),
                new Rights(USER, true, List.of()).scopeFor("DELETE", "/anything"));
    }
}
