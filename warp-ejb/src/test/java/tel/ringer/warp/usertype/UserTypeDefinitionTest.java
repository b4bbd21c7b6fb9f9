package tel.ringer.warp.usertype;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.access.Permission;

class UserTypeDefinitionTest {
    private static final Permission READ = new Permission("GET", "/v1/customers");
    private static final Permission WRITE = new Permission("POST", "/v1/customers");

    private final UserTypeDefinition type =
            UserTypeDefinition.of(new NewUserType("clerk", "Clerk", "Reads.", Set.of(READ)), Instant.EPOCH);

    @Test
    void aNewTypeIsWhatItsAuthorAskedFor() {
        assertEquals("clerk", type.toUserType().name());
        assertEquals("Clerk", type.toUserType().displayName());
        assertEquals("Reads.", type.toUserType().description());
        assertEquals(Set.of(READ), type.toUserType().permissions().permissions());
    }

    @Test
    void whatIsLeftOutStays() {
        type.describe(Optional.empty(), Optional.of("Writes."));
        type.describe(Optional.of("Scribe"), Optional.empty());

        assertEquals("Scribe", type.toUserType().displayName());
        assertEquals("Writes.", type.toUserType().description());
    }

    @Test
    void newPermissionsTakeThePlaceOfTheOldOnes() {
        type.permit(Set.of(READ, WRITE));
        assertEquals(Set.of(READ, WRITE), type.toUserType().permissions().permissions());

        type.permit(Set.of(WRITE));
        assertEquals(Set.of(WRITE), type.toUserType().permissions().permissions());

        type.permit(Set.of());
        assertEquals(Set.of(), type.toUserType().permissions().permissions());
    }
}
