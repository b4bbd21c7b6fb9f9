package tel.ringer.warp.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipRoleTest {
    @ParameterizedTest(name = "{0} covers {1}: {2}")
    @CsvSource({
        "OWNER, OWNER, true",
        "OWNER, ADMIN, true",
        "OWNER, USER, true",
        "ADMIN, OWNER, false",
        "ADMIN, ADMIN, true",
        "ADMIN, USER, true",
        "USER, OWNER, false",
        "USER, ADMIN, false",
        "USER, USER, true"
    })
    void aRoleCoversItselfAndThoseBelow(MembershipRole role, MembershipRole other, boolean covers) {
        assertEquals(covers, role.covers(other));
    }
}
