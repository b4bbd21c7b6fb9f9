package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.fuzz.Fuzzer;
import tel.ringer.warp.fuzz.Outcome;

/**
 * Thousands of malformed requests to every operation: no server error, nothing told of the inside, nothing changed. A
 * failure names the seed; {@code -Dwarp.fuzz.seed} and {@code -Dwarp.fuzz.count} repeat it.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FuzzIT {
    private static final int COUNT = Integer.getInteger("warp.fuzz.count", 10_000);
    private static final long SEED = Long.getLong("warp.fuzz.seed", new Random().nextInt(Integer.MAX_VALUE));

    @Test
    void whatIsMalformedIsRefusedAndChangesNothing() throws Exception {
        Outcome outcome = new Fuzzer(SEED).send(COUNT);

        System.out.println(outcome.summary());
        assertTrue(outcome.findings().isEmpty(), outcome::report);
    }
}
