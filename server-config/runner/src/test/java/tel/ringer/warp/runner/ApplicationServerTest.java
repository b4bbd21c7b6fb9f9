package tel.ringer.warp.runner;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationServerTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void aServerThatDiesIsNotWaitedFor() throws Exception {
        Installation broken = new Installation(serverWithoutCode(), serverWithoutCode());

        try (ApplicationServer server = ApplicationServer.start(broken, directory, Ports.anyFree(), Map.of())) {
            CannotStartException refusal =
                    assertThrows(CannotStartException.class, () -> server.awaitReady(Duration.ofMinutes(1)));
            assertTrue(refusal.sentence().startsWith("The server ended with status 1"), refusal.sentence());
        }
    }

    @Test
    void anInstallationThatWasNotBuiltIsOneSentence() {
        Path missing = directory.resolve("warp.war");

        CannotStartException refusal =
                assertThrows(CannotStartException.class, () -> new Installation(missing, missing));
        assertTrue(refusal.sentence().contains("is missing: build it first"), refusal.sentence());
    }

    private Path serverWithoutCode() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Add-Opens", "java.base/java.lang");
        manifest.getMainAttributes().putValue("Add-Exports", "java.base/jdk.internal.ref");
        Path jar = directory.resolve("server.jar");
        try (OutputStream file = Files.newOutputStream(jar)) {
            new JarOutputStream(file, manifest).close();
        }
        return jar;
    }
}
