package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** What a front end does with the client whose types are generated from the description: {@code visit.ts}. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TypeScriptClientIT {
    @Test
    void readsPagesChangesInvitesAndDecidesByTheCodeOfAProblem(@TempDir Path folder)
            throws IOException, InterruptedException {
        Company company = World.company();
        Company second = World.company();
        Person admin = World.member(company, "customer_admin", "OWNER");
        World.grant(admin, second, "viewer", "USER");
        String guest = World.newEmail();

        JsonObject visit = visit(
                folder,
                Map.of(
                        "WARP_URL", PartsForTests.server().toString(),
                        "WARP_TOKEN", admin.signIn().getString("access_token"),
                        "WARP_CUSTOMER", company.id().toString(),
                        "WARP_CONTACT", "Ada Adams",
                        "WARP_GUEST", guest));

        assertEquals(2, visit.getJsonArray("customers").size());
        assertEquals(
                Set.of(company.id().toString(), second.id().toString()),
                visit.getJsonArray("customers").getValuesAs(JsonString::getString).stream()
                        .collect(Collectors.toSet()));
        assertEquals("Ada Adams", visit.getString("contact"));
        assertEquals(
                Json.createObjectBuilder()
                        .add("status", 412)
                        .add("code", "precondition_failed")
                        .build(),
                visit.getJsonObject("refused"));
        assertEquals(
                Json.createObjectBuilder()
                        .add("status", "PENDING")
                        .add("email", guest)
                        .build(),
                visit.getJsonObject("invited"));
    }

    private static JsonObject visit(Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        ProcessBuilder node = new ProcessBuilder(System.getProperty("warp.test.node"), "visit.js")
                .directory(Path.of(System.getProperty("warp.test.typescript")).toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        node.environment().putAll(settings);
        Process process = node.start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        String complaints = Files.readString(errors, StandardCharsets.UTF_8);
        assertTrue(ended, complaints);
        assertEquals(0, process.exitValue(), complaints);
        try (JsonReader reader = Json.createReader(new StringReader(Files.readString(output)))) {
            return reader.readObject();
        }
    }
}
