package tel.ringer.warp.endtoend;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.runner.ApplicationServer;
import tel.ringer.warp.runner.Installation;
import tel.ringer.warp.runner.Ports;

/** Two servers that know nothing of each other but the database and the files of their keys. */
record TwoNodes(Path folder, SharedKeys keys, List<ApplicationServer> servers, List<Path> written, List<Api> apis)
        implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    /** Starts them beside each other and waits for both. */
    static TwoNodes start() throws IOException, InterruptedException {
        return start(Map.of());
    }

    /** @param settings that differ from those of the parts for tests */
    static TwoNodes start(Map<String, String> settings) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of(System.getProperty("warp.test.folder"))), "nodes-");
        Installation installation = new Installation(
                Path.of(System.getProperty("warp.test.micro-war")), Path.of(System.getProperty("warp.test.micro-jar")));
        SharedKeys keys = SharedKeys.in(folder.resolve("keys"));
        Map<String, String> environment = new HashMap<>(PartsForTests.environment());
        environment.putAll(keys.environment());
        environment.putAll(settings);
        int first = Ports.anyFree();
        int second = Ports.anyFree();
        TwoNodes nodes = new TwoNodes(
                folder,
                keys,
                List.of(
                        server(installation, folder, first, environment),
                        server(installation, folder, second, environment)),
                List.of(log(first), log(second)),
                List.of(api(first), api(second)));
        for (ApplicationServer server : nodes.servers) {
            server.awaitReady(START_LIMIT);
        }
        return nodes;
    }

    private static ApplicationServer server(
            Installation installation, Path folder, int port, Map<String, String> environment) throws IOException {
        return ApplicationServer.start(
                installation,
                folder.resolve("node-" + port),
                port,
                environment,
                Redirect.to(log(port).toFile()));
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

    /** What both have written so far. */
    String logs() throws IOException {
        return Files.readString(written.get(0)) + Files.readString(written.get(1));
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
