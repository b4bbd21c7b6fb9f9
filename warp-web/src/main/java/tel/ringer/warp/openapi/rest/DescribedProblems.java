package tel.ringer.warp.openapi.rest;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tel.ringer.warp.access.rest.Public;
import tel.ringer.warp.access.rest.SignedIn;
import tel.ringer.warp.idempotency.rest.IdempotencyHeaders;

/** The codes of an operation: those of its kind, and those of its notes. */
final class DescribedProblems {
    /** Who shows a credential that is not valid is told so everywhere. */
    private final Set<String> codes = new TreeSet<>(List.of(
            "invalid_parameter",
            "refused",
            "unauthenticated",
            "not_acceptable",
            "too_many_requests",
            "internal_error",
            "temporarily_unavailable"));

    private DescribedProblems() {}

    /** By status. */
    static Map<Integer, Set<String>> of(String verb, String path, List<Method> methods, Notes notes) {
        DescribedProblems problems = new DescribedProblems();
        methods.forEach(problems::addForCallers);
        methods.forEach(problems::addForParameters);
        if (!verb.equals("GET")) {
            problems.add("concurrent_change", "customer_suspended");
        }
        if (path.contains("{")) {
            problems.codes.add("not_found");
        }
        if (methods.stream().anyMatch(method -> RequestBodies.of(method).isPresent())) {
            problems.add("body_too_large", "unsupported_media_type", "unsupported_content_encoding");
        }
        problems.codes.addAll(notes.problems());
        return problems.byStatus();
    }

    private void addForCallers(Method method) {
        if (!method.isAnnotationPresent(Public.class) && !method.isAnnotationPresent(SignedIn.class)) {
            add("forbidden");
        }
        if (RequestBodies.of(method)
                .filter(Class.class::isInstance)
                .filter(type -> ((Class<?>) type).isRecord())
                .isPresent()) {
            add("malformed_json", "invalid_body");
        }
    }

    private void addForParameters(Method method) {
        names(method).forEach(name -> {
            switch (name) {
                case "cursor" -> add("invalid_cursor");
                case HttpHeaders.IF_MATCH -> add("malformed_if_match", "precondition_required", "precondition_failed");
                case IdempotencyHeaders.KEY -> add("invalid_idempotency_key", "idempotency_key_reused");
                default -> {}
            }
        });
    }

    static Stream<String> names(Method method) {
        return Arrays.stream(method.getParameters()).flatMap(DescribedProblems::name);
    }

    private static Stream<String> name(Parameter parameter) {
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        HeaderParam header = parameter.getAnnotation(HeaderParam.class);
        return query != null
                ? Stream.of(query.value())
                : Stream.ofNullable(header).map(HeaderParam::value);
    }

    private void add(String... more) {
        codes.addAll(List.of(more));
    }

    private Map<Integer, Set<String>> byStatus() {
        Map<Integer, Set<String>> sorted = new TreeMap<>();
        codes.forEach(code -> sorted.computeIfAbsent(ProblemCodes.get(code).status(), status -> new TreeSet<>())
                .add(code));
        return sorted;
    }
}
