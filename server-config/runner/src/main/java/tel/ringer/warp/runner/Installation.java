package tel.ringer.warp.runner;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the build made.
 *
 * @param application the WAR
 * @param server the jar of Payara Micro
 */
public record Installation(Path application, Path server) {

    public Installation {
        requireFile(application);
        requireFile(server);
    }

    private static void requireFile(Path file) {
        if (!Files.isReadable(file)) {
            throw new CannotStartException(file + " is missing: build it first, which mvn -Prun does.");
        }
    }
}
