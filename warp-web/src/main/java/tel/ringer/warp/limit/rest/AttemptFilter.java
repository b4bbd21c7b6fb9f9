package tel.ringer.warp.limit.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.rest.Public;

/** Counts each attempt at a public operation, and each use of a link, before anything is done for it. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AttemptFilter implements ContainerRequestFilter {
    private static final String LINK = "token";

    @Inject
    private Attempt attempt;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!isPublic(resource.getResourceMethod())) {
            return;
        }
        attempt.arrived();
        request.getUriInfo().getPathParameters().getOrDefault(LINK, List.of()).forEach(attempt::presents);
    }

    static boolean isPublic(@Nullable Method method) {
        return method != null && method.isAnnotationPresent(Public.class);
    }
}
