package tel.ringer.warp.openapi.rest;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Which methods answer an operation: JAX-RS tells while it starts, and the OpenAPI filter is told of names alone. */
@Provider
public class ResourceMethods implements DynamicFeature {
    private static final Map<String, Set<Method>> BY_OPERATION = new ConcurrentHashMap<>();

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method method = resource.getResourceMethod();
        Operation operation = method.getAnnotation(Operation.class);
        if (operation != null) {
            BY_OPERATION
                    .computeIfAbsent(operation.operationId(), id -> ConcurrentHashMap.newKeySet())
                    .add(method);
        }
    }

    static List<Method> of(String operationId) {
        return BY_OPERATION.getOrDefault(operationId, Set.of()).stream()
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }
}
