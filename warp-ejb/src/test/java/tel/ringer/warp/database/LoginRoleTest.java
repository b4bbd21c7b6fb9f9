package tel.ringer.warp.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoginRoleTest {
    @Test
    void aRoleThatOwnsNothingAndBypassesNothingIsNoDanger() {
        assertEquals(List.of(), new LoginRole("warp_app", false, false, 0).dangers());
    }

    @Test
    void eachWayAroundRowLevelSecurityIsNamed() {
        assertEquals(List.of("is a superuser"), new LoginRole("x", true, false, 0).dangers());
        assertEquals(List.of("has BYPASSRLS"), new LoginRole("x", false, true, 0).dangers());
        assertEquals(List.of("owns 3 of WARP's tables"), new LoginRole("x", false, false, 3).dangers());
        assertEquals(3, new LoginRole("x", true, true, 1).dangers().size());
    }
}
