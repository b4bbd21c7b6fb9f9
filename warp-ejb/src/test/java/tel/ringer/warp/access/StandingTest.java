package tel.ringer.warp.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final UserType WIDE = type("wide", new Permission("GET", "/v1/*"));
    private static final UserType NARROW = type("narrow", new Permission("GET", "/v1/customers"));

    private static UserType type(String name, Permission... permissions) {
        return new UserType(UUID.randomUUID(), name, name, name, new PermissionSet(List.of(permissions)));
    }

    @Test
    void nobodyOffersMorePermissionsThanTheyHold() {
        assertTrue(new Standing(WIDE, MembershipRole.ADMIN).covers(NARROW, MembershipRole.ADMIN));
        assertFalse(new Standing(NARROW, MembershipRole.ADMIN).covers(WIDE, MembershipRole.ADMIN));
    }

    @Test
    void nobodyOffersAHigherRoleThanTheirOwn() {
        assertFalse(new Standing(WIDE, MembershipRole.ADMIN).covers(NARROW, MembershipRole.OWNER));
        assertTrue(new Standing(WIDE, MembershipRole.ADMIN).covers(NARROW, MembershipRole.USER));
    }

    @Test
    void aTypeIsComparedByItsPermissionsNotByItsName() {
        UserType namesake = type("narrow", new Permission("*", "*"));
        assertFalse(new Standing(NARROW, MembershipRole.OWNER).covers(namesake, MembershipRole.USER));
        UserType equal = type("another", new Permission("GET", "/v1/customers"));
        assertTrue(new Standing(NARROW, MembershipRole.OWNER).covers(equal, MembershipRole.USER));
    }

    @Test
    void aGrantWithoutATypeMeansThePlatformType() {
        assertEquals(
                Optional.of(new Standing(NARROW, MembershipRole.ADMIN)),
                Standing.of(Optional.of(NARROW), Optional.empty(), MembershipRole.ADMIN));
        assertEquals(
                Optional.of(new Standing(WIDE, MembershipRole.ADMIN)),
                Standing.of(Optional.of(NARROW), Optional.of(WIDE), MembershipRole.ADMIN));
        assertEquals(Optional.empty(), Standing.of(Optional.empty(), Optional.empty(), MembershipRole.OWNER));
    }

    @Test
    void withoutAGrantAPlatformTypeIsNoStanding() {
        assertEquals(Optional.empty(), Standing.of(Optional.of(NARROW), Optional.empty(), null));
    }

    @Test
    void whoHoldsEverythingStandsAboveAnOwnerEverywhere() {
        UserType everything = type("everything", new Permission("*", "*"));
        Optional<Standing> above = Optional.of(new Standing(everything, MembershipRole.OWNER));
        assertEquals(above, Standing.of(Optional.of(everything), Optional.empty(), null));
        assertEquals(above, Standing.of(Optional.of(everything), Optional.of(NARROW), MembershipRole.USER));
    }
}
