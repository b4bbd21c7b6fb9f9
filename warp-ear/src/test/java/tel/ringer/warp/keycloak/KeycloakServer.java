package tel.ringer.warp.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tel.ringer.warp.runner.Ports;

/** Keycloak in development mode, in a process of its own that answers this machine alone, with the realm of the tests. */
final class KeycloakServer implements AutoCloseable {
    static final String ADMINISTRATOR = "admin";
    static final String PASSWORD = "password-of-admin";
    private static final String REALM = "operator";
    /** The first start after the distribution was unpacked builds it, on a busy machine for minutes. */
    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Process process;
    private final Path log;
    private final URI root;

    private KeycloakServer(Process process, Path log, URI root) {
        this.process = process;
        this.log = log;
        this.root = root;
    }

    /**
     * Starts the process and returns at once.
     *
     * @param home the distribution, unpacked; what an earlier run has stored is forgotten
     * @param warp where WARP will answer
     */
    static KeycloakServer start(Path home, Path log, URI warp) throws IOException {
        forget(home.resolve("data"));
        importRealm(Files.createDirectories(home.resolve("data/import")));
        int port = Ports.anyFree();
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMINISTRATOR,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        PASSWORD,
                        "WARP_URL",
                        warp.toString()));
        return new KeycloakServer(builder.start(), log, URI.create("http://127.0.0.1:" + port));
    }

    private static void forget(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static void importRealm(Path folder) throws IOException {
        String name = REALM + "-realm.json";
        try (InputStream realm = Objects.requireNonNull(KeycloakServer.class.getResourceAsStream(name), name)) {
            Files.copy(realm, folder.resolve(name));
        }
    }

    URI root() {
        return root;
    }

    String issuer() {
        return root + "/realms/" + REALM;
    }

    URI admin(String path) {
        return URI.create(root + "/admin/realms/" + REALM + path);
    }

    /** Waits until it answers. */
    void awaitReady() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest discovery = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .timeout(START_LIMIT)
                .build();
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!answers(client, discovery)) {
            if (process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new AssertionError("Keycloak did not start:\n" + Files.readString(log));
            }
        }
    }

    private static boolean answers(HttpClient client, HttpRequest question) throws InterruptedException {
        try {
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListening) {
            return false;
        }
    }

    /** Its script passes the signal on, and ends with what it started. */
    @Override
    public void close() {
        process.toHandle().destroy();
        try {
            if (process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
