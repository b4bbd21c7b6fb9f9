package tel.ringer.warp.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.testing.Row;

class GrantTest {
    private static final UserType WIDE = type(new Permission("GET", "/v1/*"));
    private static final UserType NARROW = type(new Permission("GET", "/v1/customers"));
    private static final UserType OTHER = type(new Permission("POST", "/v1/orders"));

    private static UserType type(Permission permission) {
        UUID id = UUID.randomUUID();
        return new UserType(id, "t", "T", "t", new PermissionSet(List.of(permission)));
    }

    private static Grant grant(UserType type, MembershipRole role) {
        return Grant.of(
                new CustomerId(UUID.randomUUID()),
                new UserId(UUID.randomUUID()),
                type.id(),
                role,
                new UserId(UUID.randomUUID()),
                Instant.parse("2026-11-22T12:00:00Z"));
    }

    private static Object typeOf(Grant grant) {
        return String.valueOf(Row.of(grant).get("user_type_id"));
    }

    @Test
    void aWiderTypeAndAHigherRoleAreTaken() {
        Grant grant = grant(NARROW, MembershipRole.USER);
        grant.raise(NARROW, WIDE, MembershipRole.ADMIN);
        assertEquals(WIDE.id().toString(), typeOf(grant));
        assertEquals(MembershipRole.ADMIN, grant.role());
    }

    @Test
    void aNarrowerTypeAndALowerRoleChangeNothing() {
        Grant grant = grant(WIDE, MembershipRole.OWNER);
        grant.raise(WIDE, NARROW, MembershipRole.USER);
        assertEquals(WIDE.id().toString(), typeOf(grant));
        assertEquals(MembershipRole.OWNER, grant.role());
    }

    @Test
    void aTypeThatWouldTakeSomethingAwayIsNotTaken() {
        Grant grant = grant(NARROW, MembershipRole.USER);
        grant.raise(NARROW, OTHER, MembershipRole.OWNER);
        assertEquals(NARROW.id().toString(), typeOf(grant));
        assertEquals(MembershipRole.OWNER, grant.role());
    }
}
