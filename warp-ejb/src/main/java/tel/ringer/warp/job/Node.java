package tel.ringer.warp.job;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** This node, as administrators know it. */
final class Node {
    /** The host and the number of the server's process. */
    static final String NAME = host() + "/" + ProcessHandle.current().pid();

    private Node() {}

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
