package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import tel.ringer.warp.kit.Contract;

/** The document that front ends are written against: within /v1 it only grows. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OpenApiIT {
    static final Path ROOT = Path.of(System.getProperty("warp.test.root"));
    static final Path COMMITTED = ROOT.resolve("docs/openapi.json");
    static final Path SERVED = ROOT.resolve("warp-ear/target/openapi.json");
    /** Of a person's browser, not of a client. */
    private static final String PAGE = "text/html";

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    static Contract contract() {
        return Contract.served();
    }

    @Test
    void theServedDocumentIsTheCommittedOne() throws IOException {
        String served = JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(JSON.treeToValue(contract().document(), Object.class))
                + "\n";
        Files.writeString(SERVED, served);
        String committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : served;
        ChangedOpenApi changes = OpenApiCompare.fromContents(committed, served);
        assertTrue(changes.isCompatible(), () -> "Breaks clients, which /v1 must not: " + told(changes));
        assertEquals(
                Files.exists(COMMITTED) ? committed : "",
                served,
                "Additions alone: cp warp-ear/target/openapi.json docs/");
    }

    @Test
    void thePagesAboutItAreTheCommittedOnes() throws IOException {
        ApiPages pages = new ApiPages(contract().document());
        assertCommitted("problems.md", pages.problems());
        assertCommitted("operations.md", pages.operationsPage());
    }

    private static void assertCommitted(String name, String page) throws IOException {
        Files.writeString(ROOT.resolve("warp-ear/target").resolve(name), page);
        Path committed = ROOT.resolve("docs").resolve(name);
        assertEquals(
                Files.exists(committed) ? Files.readString(committed) : "",
                page,
                "cp warp-ear/target/" + name + " docs/");
    }

    private static List<String> told(ChangedOpenApi changes) {
        return Stream.concat(
                        changes.getMissingEndpoints().stream().map(gone -> gone.getMethod() + " " + gone.getPathUrl()),
                        changes.getChangedOperations().stream()
                                .filter(Changed::isIncompatible)
                                .map(changed -> changed.getHttpMethod() + " " + changed.getPathUrl()))
                .toList();
    }

    @Test
    void eachBodyHasAnExampleThatFitsItsSchema() {
        List<String> faults = new ArrayList<>();
        JsonNode document = contract().document();
        document.get("paths")
                .forEach(path -> path.forEach(operation -> {
                    operation.path("responses").forEach(answer -> collect(operation, answer, faults));
                    collect(operation, operation.path("requestBody"), faults);
                }));
        document.get("components").get("examples").properties().forEach(example -> {
            ObjectNode problem = JSON.createObjectNode().put("$ref", "#/components/schemas/Problem");
            contract()
                    .schemas()
                    .faults(problem, example.getValue().get("value"))
                    .forEach(fault -> faults.add(example.getKey() + ": " + fault));
        });
        assertEquals(List.of(), faults);
    }

    private static void collect(JsonNode operation, JsonNode described, List<String> faults) {
        described.path("content").properties().forEach(body -> {
            JsonNode content = body.getValue();
            String name = operation.get("operationId").asText() + ", " + body.getKey() + ": ";
            if (content.has("example")) {
                contract()
                        .schemas()
                        .faults(content.get("schema"), content.get("example"))
                        .forEach(fault -> faults.add(name + fault));
            } else if (!content.has("examples") && !PAGE.equals(body.getKey())) {
                faults.add(name + "has no example");
            }
        });
    }
}
