package tel.ringer.warp.access.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import tel.ringer.warp.access.Caller;
import tel.ringer.warp.access.Gatekeeper;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.Uuids;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/**
 * The first wall. Takes from the token or the API key who calls and nothing else; loads the caller from the database;
 * lets it decide by method and path. What is neither {@link Public} nor {@link SignedIn} nor permitted is refused.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class CallerFilter implements ContainerRequestFilter {
    @Inject
    private Gatekeeper gatekeeper;

    @Inject
    private KeyCallers keys;

    @Inject
    private CurrentCaller current;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        Principal principal = request.getSecurityContext().getUserPrincipal();
        Optional<Caller> known = identify(principal);
        if (method != null && method.isAnnotationPresent(Public.class)) {
            known.ifPresent(current::identified);
            return;
        }
        Caller caller = known.orElseThrow(CallerFilter::unauthenticated);
        current.identified(caller);
        if (method == null || !method.isAnnotationPresent(SignedIn.class)) {
            String verb = verb(request);
            String path = path(request);
            current.authorised(gatekeeper.authorise(caller, verb, path), () -> {
                Caller now = identify(principal).orElseThrow(CallerFilter::unauthenticated);
                return gatekeeper.authorise(now, verb, path);
            });
        }
    }

    private Optional<Caller> identify(Principal principal) {
        if (principal instanceof ApiKeyPrincipal shown) {
            return shown.key().flatMap(keys::identify);
        }
        if (!(principal instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        String session = token.getClaim("sid");
        if (session == null || token.getSubject() == null) {
            return Optional.empty();
        }
        UUID sessionId = Uuids.parse(session);
        return gatekeeper.identify(UserId.fromString(token.getSubject()), sessionId);
    }

    /** A HEAD is answered by the GET of the same path. */
    private static String verb(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.HEAD) ? HttpMethod.GET : request.getMethod();
    }

    /** As JAX-RS matched it: without matrix parameters, not decoded. */
    private static String path(ContainerRequestContext request) {
        return request.getUriInfo().getPathSegments(false).stream()
                .map(PathSegment::getPath)
                .collect(Collectors.joining("/", "/", ""));
    }

    private static ProblemException unauthenticated() {
        return new ProblemException(ProblemKind.UNAUTHENTICATED, "unauthenticated", "Sign in first.");
    }
}
