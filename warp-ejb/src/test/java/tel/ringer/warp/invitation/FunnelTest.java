package tel.ringer.warp.invitation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FunnelTest {
    private static Funnel sent(long sent) {
        return new Funnel(sent, sent, 0, 0, 0, 0, 0, 0, 0, 0, null);
    }

    @Test
    void sharesAreOfWhatWasSent() {
        assertEquals(OptionalDouble.of(0.25), sent(8).share(2));
        assertEquals(OptionalDouble.empty(), sent(0).share(0));
    }
}
