package tel.ringer.warp.runner;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aTakenPortIsOneSentenceThatNamesTheSetting() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, Integer> ports = Map.of("WARP_HTTP_PORT", stranger.getLocalPort());

            CannotStartException refusal = assertThrows(CannotStartException.class, () -> Ports.requireFree(ports));

            assertEquals(
                    "Port %d is taken by another program: stop that program, or set WARP_HTTP_PORT to a free port."
                            .formatted(stranger.getLocalPort()),
                    refusal.sentence());
        }
    }

    @Test
    void aFreePortIsFine() throws IOException {
        Map<String, Integer> ports = Map.of("WARP_HTTP_PORT", Ports.anyFree());

        assertDoesNotThrow(() -> Ports.requireFree(ports));
    }
}
