package tel.ringer.warp.runner;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the developer decided: the ports and the folder of the local parts, and which parts are replaced by real ones.
 *
 * @param httpPort where WARP answers
 * @param databasePort where the embedded PostgreSQL listens
 * @param smtpPort where the mail sink listens
 * @param identityPort where the local OpenID provider listens
 * @param directory where everything that outlives a run is kept
 * @param demo whether demo data is wanted
 * @param given the settings of the application as they were given, by name
 */
public record Settings(
        int httpPort,
        int databasePort,
        int smtpPort,
        int identityPort,
        Path directory,
        boolean demo,
        Map<String, String> given) {

    private static final String DEFAULT_SUBMISSION_PORT = "587";

    public Settings {
        directory = directory.toAbsolutePath().normalize();
        given = Map.copyOf(given);
    }

    /** Reads the environment variables, or the system properties of the same names, which win. */
    public static Settings ofThisProcess(Path defaultDirectory) {
        Map<String, String> variables = new LinkedHashMap<>(System.getenv());
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("WARP_"))
                .forEach(name -> variables.put(name, System.getProperty(name)));
        return of(variables, defaultDirectory);
    }

    /**
     * Reads settings from named values.
     *
     * @throws CannotStartException if a value is wrong
     */
    public static Settings of(Map<String, String> variables, Path defaultDirectory) {
        Variables named = new Variables(variables);
        Settings settings = new Settings(
                named.port("WARP_HTTP_PORT", 8080),
                named.port("WARP_RUN_DB_PORT", 5433),
                named.port("WARP_RUN_SMTP_PORT", 3025),
                named.port("WARP_RUN_OIDC_PORT", 8081),
                named.text("WARP_RUN_DIR").map(Path::of).orElse(defaultDirectory),
                named.flag("WARP_RUN_DEMO", true),
                named.ofTheApplication());
        requireDifferentPorts(settings.localPorts());
        return settings;
    }

    public boolean localDatabase() {
        return !given.containsKey("WARP_DB_URL");
    }

    public boolean localMail() {
        return !given.containsKey("WARP_SMTP_HOST");
    }

    public boolean localIdentity() {
        return !given.containsKey("WARP_OIDC_ISSUER");
    }

    /** Demo data never goes into a database that somebody else runs. */
    public boolean demoData() {
        return demo && localDatabase();
    }

    public String publicUrl() {
        return given.getOrDefault("WARP_PUBLIC_URL", "http://localhost:" + httpPort);
    }

    public Optional<Path> tokenKeyFile() {
        return Optional.ofNullable(given.get("WARP_TOKEN_KEY_FILE")).map(Path::of);
    }

    /** The ports that this run takes, by the name of the setting that moves each. */
    public Map<String, Integer> localPorts() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("WARP_HTTP_PORT", httpPort);
        if (localDatabase()) {
            ports.put("WARP_RUN_DB_PORT", databasePort);
        }
        if (localMail()) {
            ports.put("WARP_RUN_SMTP_PORT", smtpPort);
        }
        if (localIdentity()) {
            ports.put("WARP_RUN_OIDC_PORT", identityPort);
        }
        return ports;
    }

    /** What the application is told about everything that no local part stands for. */
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        if (!localDatabase()) {
            environment.put("WARP_DB_USER", LocalDatabase.APPLICATION);
            environment.put("WARP_DB_OWNER_USER", LocalDatabase.OWNER);
        }
        if (!localMail()) {
            environment.put("WARP_SMTP_PORT", DEFAULT_SUBMISSION_PORT);
        }
        environment.putAll(given);
        environment.put("WARP_HTTP_PORT", Integer.toString(httpPort));
        environment.put("WARP_PUBLIC_URL", publicUrl());
        return environment;
    }

    /** Leaves out what was given: there are passwords in it. */
    @Override
    public String toString() {
        return "Settings[ports=" + localPorts() + ", directory=" + directory + ", demo=" + demo + "]";
    }

    private static void requireDifferentPorts(Map<String, Integer> ports) {
        Map<Integer, String> owners = new LinkedHashMap<>();
        ports.forEach((name, port) -> {
            String other = owners.putIfAbsent(port, name);
            if (other != null) {
                throw new CannotStartException(
                        "%s and %s are both %d: give one of them another port.".formatted(other, name, port));
            }
        });
    }
}
