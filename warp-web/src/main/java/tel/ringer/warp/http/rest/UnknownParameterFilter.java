package tel.ringer.warp.http.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** Refuses query parameters that the operation does not know: a typo must not widen a search. Nor is NUL text. */
@Provider
@Priority(Priorities.USER)
public class UnknownParameterFilter implements ContainerRequestFilter {
    private static final Map<Method, Set<String>> KNOWN = new ConcurrentHashMap<>();

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        Set<String> known = KNOWN.computeIfAbsent(method, UnknownParameterFilter::parameters);
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if ((!known.contains(name) && !method.isAnnotationPresent(ForeignParameters.class))
                    || values.size() > 1
                    || values.get(0).indexOf('\0') >= 0) {
                throw new ProblemException(
                        ProblemKind.MALFORMED,
                        "invalid_parameter",
                        "A query parameter is unknown, given twice or not text.",
                        Map.of("parameter", name));
            }
        });
    }

    private static Set<String> parameters(Method method) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                .flatMap(Stream::ofNullable)
                .map(QueryParam::value)
                .collect(Collectors.toUnmodifiableSet());
    }
}
