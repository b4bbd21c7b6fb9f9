package tel.ringer.warp.runner;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** The ports of this machine. */
public final class Ports {

    private Ports() {}

    /**
     * Tells before anything is started that a port is taken.
     *
     * @param ports by the name of the setting that moves each
     * @throws CannotStartException naming the port and the setting
     */
    public static void requireFree(Map<String, Integer> ports) {
        ports.forEach((setting, port) -> {
            if (!isFree(port)) {
                throw new CannotStartException(
                        "Port %d is taken by another program: stop that program, or set %s to a free port."
                                .formatted(port, setting));
            }
        });
    }

    /** A port that was free a moment ago. */
    public static int anyFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of an earlier run that still wait for their end do not count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
