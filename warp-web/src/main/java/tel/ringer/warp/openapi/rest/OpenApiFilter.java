package tel.ringer.warp.openapi.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import tel.ringer.warp.access.rest.Public;
import tel.ringer.warp.page.rest.ForBrowsers;

/** Completes the platform's document: what it finds of an operation are its name, words and tag. */
public class OpenApiFilter implements OASFilter {
    private static final System.Logger LOG = System.getLogger(OpenApiFilter.class.getName());

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.servers(List.of(OASFactory.createServer().url("/").description("Where this document comes from.")));
        forgetEndpoints(document);
        Map<String, Tag> tags = new TreeMap<>();
        document.getTags().forEach(tag -> tags.put(tag.getName(), tag.description(Notes.ofTag(tag.getName()))));
        document.tags(List.copyOf(tags.values()));
        Schemas schemas = new Schemas();
        Map<String, PathItem> paths = document.getPaths().getPathItems();
        paths.forEach((path, item) -> {
            boolean versioned = item.getOperations().values().stream()
                    .flatMap(operation -> ResourceMethods.of(operation.getOperationId()).stream())
                    .anyMatch(OpenApiFilter::isConditional);
            item.getOperations()
                    .forEach((verb, operation) ->
                            complete(verb.name().toUpperCase(Locale.ROOT), path, operation, schemas, versioned));
        });
        Map<String, Example> examples = new TreeMap<>();
        ProblemCodes.all().forEach((code, entry) -> examples.put(code, ProblemAnswers.example(entry)));
        document.getComponents().schemas(schemas.components());
        document.getComponents().addSchema("Problem", ProblemAnswers.schema());
        document.getComponents().addSchema("FieldError", ProblemAnswers.fieldError());
        document.getComponents().examples(examples);
    }

    /** Payara 6.2025.10 writes a member of its own, which OpenAPI does not know. */
    private static void forgetEndpoints(OpenAPI document) {
        try {
            document.getClass().getMethod("setEndpoints", Map.class).invoke(document, Map.of());
        } catch (ReflectiveOperationException e) {
            LOG.log(System.Logger.Level.DEBUG, "This platform has no endpoints to forget", e);
        }
    }

    private static boolean isConditional(Method method) {
        return DescribedProblems.names(method).anyMatch(HttpHeaders.IF_MATCH::equals);
    }

    private static void complete(String verb, String path, Operation operation, Schemas schemas, boolean versioned) {
        List<Method> methods = ResourceMethods.of(operation.getOperationId());
        Notes notes = Notes.of(operation.getOperationId());
        operation.parameters(new DescribedParameters(notes).of(path, methods));
        methods.forEach(method -> RequestBodies.of(method)
                .ifPresent(type -> operation.requestBody(RequestBodies.describe(method, type, schemas, notes))));
        APIResponses responses = OASFactory.createAPIResponses();
        Answers answers = new Answers(schemas, notes, responses);
        methods.forEach(method -> answers.add(method, versioned));
        boolean pages = methods.stream().anyMatch(method -> method.isAnnotationPresent(ForBrowsers.class));
        Map<Integer, Set<String>> problems = DescribedProblems.of(verb, path, methods, notes);
        problems.forEach((status, codes) ->
                responses.addAPIResponse(status.toString(), ProblemAnswers.of(status, codes, pages)));
        operation.responses(responses);
        if (operation.getDescription() == null) {
            operation.description(operation.getSummary() + ".");
        }
        if (methods.stream().allMatch(method -> method.isAnnotationPresent(Public.class))) {
            operation.security(List.of(OASFactory.createSecurityRequirement()));
        }
    }
}
