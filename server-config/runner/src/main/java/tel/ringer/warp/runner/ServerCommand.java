package tel.ringer.warp.runner;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** How the server's process is started: quickly and small, as it is right for development and tests. */
final class ServerCommand {

    /**
     * Payara Micro has no option for the address that it listens on, and with --nocluster its data grid still listens on
     * every address. Without the grid persistent timers have no store; WARP has none.
     *
     * <p>Over HTTP/2, one request with longer headers than its limit makes each later one that its thread serves answer
     * 431 (seen with 6.2025.10: a recycled frame stays marked as cut off), so that the limit is far beyond the 4096 bytes
     * that a long token reaches. Without HTTP/2, clients that offer it in an Upgrade header, as Java's does, would wait
     * for the answer to each body until a time-out (Grizzly, issue 2117).
     *
     * <p>A TRACE that the server refuses itself leaves the connection open and its body unread, to be taken for the next
     * request. WARP sees it instead, refuses it and closes.
     */
    static final String BOOT_COMMANDS =
            """
            set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1
            set configs.config.server-config.network-config.protocols.protocol.http-listener.http.server-header=false
            set configs.config.server-config.network-config.protocols.protocol.http-listener.http.xpowered-by=false
            set configs.config.server-config.network-config.protocols.protocol.http-listener.http.trace-enabled=true
            set configs.config.server-config.network-config.protocols.protocol.http-listener.http.http2-max-header-list-size-in-bytes=65536
            set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
            set configs.config.server-config.ejb-container.ejb-timer-service.ejb-timer-service=None
            set-log-levels liquibase=WARNING:org.hibernate=WARNING:org.hibernate.orm.deprecation=SEVERE:fish.payara.microprofile=WARNING:javax.enterprise.system.container.web.com.sun.web.security=WARNING
            """;

    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx" + System.getProperty("warp.runner.heap", "768m"),
            "-Djakarta.json.provider=org.eclipse.parsson.JsonProviderImpl",
            "-Djava.net.preferIPv4Stack=true");

    private ServerCommand() {}

    static List<String> of(Installation installation, Path folder, Path bootCommands, int port) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(moduleOptions(installation.server()));
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-cp", ownCode() + File.pathSeparator + installation.server()));
        command.add(ServerProcess.class.getName());
        command.addAll(List.of("--port", Integer.toString(port), "--nocluster", "--disablephonehome"));
        command.addAll(List.of("--rootdir", folder.resolve("root").toString()));
        command.addAll(List.of("--prebootcommandfile", bootCommands.toString()));
        command.addAll(List.of("--contextroot", "/"));
        command.addAll(List.of("--deploy", installation.application().toString()));
        return command;
    }

    /** Java reads these from the manifest only if the jar is started with -jar. */
    private static List<String> moduleOptions(Path server) throws IOException {
        try (JarFile jar = new JarFile(server.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            return Stream.concat(
                            options("--add-exports", manifest.getValue("Add-Exports")),
                            options("--add-opens", manifest.getValue("Add-Opens")))
                    .toList();
        }
    }

    private static Stream<String> options(String name, String packages) {
        return Stream.of(packages.split(" ")).map(each -> "%s=%s=ALL-UNNAMED".formatted(name, each));
    }

    private static Path ownCode() {
        try {
            return Path.of(ServerProcess.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Code comes from a file.", e);
        }
    }
}
