package tel.ringer.warp.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between a server and a part that it needs, so that the part can be out of reach for that server alone. */
public final class TcpRelay implements AutoCloseable {
    private final String host;
    private final int port;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService pumps = Executors.newCachedThreadPool();
    private volatile boolean cut;

    private TcpRelay(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    public static TcpRelay to(String host, int port) throws IOException {
        TcpRelay relay = new TcpRelay(host, port);
        relay.pumps.execute(relay::accept);
        return relay;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Breaks what is connected, and lets nobody connect. */
    public void cut() {
        cut = true;
        closeAll();
    }

    public void mend() {
        cut = false;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                join(listener.accept());
            } catch (IOException e) {
                // The listener is closed, or the part refuses: whoever connected finds out by itself.
                open.removeIf(Socket::isClosed);
            }
        }
    }

    private void join(Socket near) throws IOException {
        open.add(near);
        if (cut) {
            near.close();
            return;
        }
        Socket far = new Socket(host, port);
        open.add(far);
        pumps.execute(() -> pump(near, far));
        pumps.execute(() -> pump(far, near));
        if (cut) {
            closeAll();
        }
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Either end has closed, and with it both.
            open.remove(from);
        }
        open.remove(from);
    }

    private void closeAll() {
        try {
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        closeAll();
        pumps.shutdown();
    }
}
