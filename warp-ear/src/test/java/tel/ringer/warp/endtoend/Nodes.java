package tel.ringer.warp.endtoend;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.runner.ApplicationServer;
import tel.ringer.warp.runner.Installation;
import tel.ringer.warp.runner.Ports;

/**
 * Servers that know nothing of each other but the database and the files of their keys.
 *
 * @param down those that were killed and are not back yet
 */
public record Nodes(
        Path folder,
        SharedKeys keys,
        Map<String, String> environment,
        List<ApplicationServer> servers,
        List<Api> apis,
        Set<Api> down)
        implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    /** Starts two beside each other and waits for both. */
    static Nodes two() throws IOException, InterruptedException {
        return start(2, Map.of());
    }

    /** @param settings that differ from those of the parts for tests */
    public static Nodes start(int count, Map<String, String> settings) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of(System.getProperty("warp.test.folder"))), "nodes-");
        SharedKeys keys = SharedKeys.in(folder.resolve("keys"));
        Map<String, String> environment = new HashMap<>(PartsForTests.environment());
        environment.putAll(keys.environment());
        environment.putAll(settings);
        Nodes nodes = new Nodes(
                folder, keys, environment, new ArrayList<>(), new ArrayList<>(), ConcurrentHashMap.newKeySet());
        for (int i = 0; i < count; i++) {
            int port = Ports.anyFree();
            nodes.apis.add(api(port));
            nodes.servers.add(nodes.server(port, Redirect.to(log(port).toFile())));
        }
        for (ApplicationServer server : nodes.servers) {
            server.awaitReady(START_LIMIT);
        }
        return nodes;
    }

    private ApplicationServer server(int port, Redirect output) throws IOException {
        Installation installation = new Installation(
                Path.of(System.getProperty("warp.test.micro-war")), Path.of(System.getProperty("warp.test.micro-jar")));
        return ApplicationServer.start(installation, folder.resolve("node-" + port), port, environment, output);
    }

    /** Beside its folder, since it outlives it: what is written there is looked at when all tests have run. */
    private static Path log(int port) {
        return Path.of(System.getProperty("warp.test.folder"), "node-" + port + ".log");
    }

    private static Api api(int port) {
        return new Api(URI.create("http://localhost:" + port), Optional.empty());
    }

    Api first() {
        return apis.get(0);
    }

    Api second() {
        return apis.get(1);
    }

    /** What all have written so far. */
    String logs() throws IOException {
        StringBuilder logs = new StringBuilder();
        for (Api api : apis) {
            logs.append(Files.readString(log(api.server().getPort())));
        }
        return logs.toString();
    }

    /** As a power cut would. */
    public void kill(int node) {
        servers.get(node).kill();
        down.add(apis.get(node));
    }

    /** Starts a node again that was killed, and waits until it is ready. */
    public void restart(int node) throws IOException, InterruptedException {
        int port = apis.get(node).server().getPort();
        ApplicationServer server = server(port, Redirect.appendTo(log(port).toFile()));
        servers.set(node, server);
        server.awaitReady(START_LIMIT);
        down.remove(apis.get(node));
    }

    /** Those that a balancer would send requests to. */
    public List<Api> ready() {
        return apis.stream().filter(api -> !down.contains(api)).toList();
    }

    @Override
    public void close() throws IOException {
        servers.forEach(ApplicationServer::close);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
