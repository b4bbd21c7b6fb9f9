package tel.ringer.warp.invitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkUseTest {
    private static final Instant FIRST = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = FIRST.plusSeconds(60);

    private final LinkUse use = LinkUse.none();

    @Test
    void aLinkThatNobodyUsedHasNoTimes() {
        assertEquals(Optional.empty(), use.openedAt());
        assertEquals(Optional.empty(), use.renewalRequestedAt());
    }

    @Test
    void theFirstTimeCounts() {
        assertTrue(use.open(FIRST));
        assertFalse(use.open(LATER));
        assertEquals(Optional.of(FIRST), use.openedAt());
        assertTrue(use.requestRenewal(FIRST));
        assertFalse(use.requestRenewal(LATER));
        assertEquals(Optional.of(FIRST), use.renewalRequestedAt());
    }
}
