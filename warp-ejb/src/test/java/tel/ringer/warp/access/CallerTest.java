package tel.ringer.warp.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

class CallerTest {
    private static final UserId ACCOUNT = new UserId(UUID.randomUUID());
    private static final UUID TYPE = UUID.randomUUID();

    @Test
    void aPersonHasASession() {
        UUID session = UUID.randomUUID();
        Caller person = new Caller(ACCOUNT, session, "j@example.com", "Jane", Optional.empty(), Set.of());

        assertTrue(person.isPerson());
        assertEquals(session, person.sessionId());
    }

    @Test
    void anApiKeyHoldsOneTypeAndHasNoSession() {
        Caller key = Caller.ofKey(ACCOUNT, "Portal", TYPE);

        assertFalse(key.isPerson());
        assertEquals(Set.of(TYPE), key.heldTypes());
        assertEquals(Optional.empty(), key.platformType());
        ProblemException refused = assertThrows(ProblemException.class, key::sessionId);
        assertEquals(ProblemKind.FORBIDDEN, refused.kind());
        assertEquals("people_only", refused.code());
    }
}
