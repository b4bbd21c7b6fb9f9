package tel.ringer.warp.keycloak;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.runner.ApplicationServer;
import tel.ringer.warp.runner.Installation;
import tel.ringer.warp.runner.Ports;

/** A server that takes Keycloak's word beside that of the local provider, which is the default one. */
record WarpBesideKeycloak(KeycloakServer keycloak, ApplicationServer server, Api api) implements AutoCloseable {
    static final Duration CLOCK_SKEW = Duration.ofSeconds(10);
    static final String STAFF_DOMAIN = "carrier.example";
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    /** Starts both beside each other and waits for both. */
    static WarpBesideKeycloak start() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("warp.test.folder"), "keycloak"));
        int port = Ports.anyFree();
        URI address = URI.create("http://localhost:" + port);
        KeycloakServer keycloak = KeycloakServer.start(
                Path.of(System.getProperty("warp.test.keycloak-home")), folder.resolve("keycloak.log"), address);
        Map<String, String> settings = new HashMap<>(PartsForTests.environment());
        settings.put("WARP_PUBLIC_URL", address.toString());
        settings.put("WARP_OIDC_CLOCK_SKEW", CLOCK_SKEW.toString());
        settings.put("WARP_OIDC_PROVIDERS", "keycloak");
        settings.put("WARP_OIDC_KEYCLOAK_ISSUER", keycloak.issuer());
        settings.put("WARP_OIDC_KEYCLOAK_CLIENT_ID", "warp");
        settings.put("WARP_OIDC_KEYCLOAK_CLIENT_SECRET", "secret-of-warp");
        settings.put("WARP_OIDC_KEYCLOAK_NAME", "Keycloak");
        settings.put("WARP_OIDC_KEYCLOAK_STAFF_DOMAINS", STAFF_DOMAIN);
        Installation installation = new Installation(
                Path.of(System.getProperty("warp.test.micro-war")), Path.of(System.getProperty("warp.test.micro-jar")));
        WarpBesideKeycloak both = new WarpBesideKeycloak(
                keycloak,
                ApplicationServer.start(installation, folder, port, settings),
                new Api(address, Optional.empty()));
        keycloak.awaitReady();
        both.server.awaitReady(START_LIMIT);
        return both;
    }

    RelyingParty client(String clientId) {
        return new RelyingParty(keycloak, clientId, api.server().resolve("/auth/callback"));
    }

    @Override
    public void close() {
        server.close();
        keycloak.close();
    }
}
