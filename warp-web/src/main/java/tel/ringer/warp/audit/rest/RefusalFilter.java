package tel.ringer.warp.audit.rest;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.Caller;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.audit.Refusal;
import tel.ringer.warp.audit.RefusalWatch;

/** Tells the audit log of answers that refuse. Of the request it takes the verb and the route's template, no more. */
@Provider
public class RefusalFilter implements ContainerResponseFilter {
    private static final Set<String> SIGN_INS = Set.of("/auth/exchange", "/auth/callback");
    private static final Set<Integer> REFUSED = Set.of(401, 403, 429);
    /** Nobody with that address, or somebody else with it. */
    private static final Set<Integer> SIGN_IN_REFUSED = Set.of(401, 403, 404, 409, 429);

    @Inject
    private RefusalWatch watch;

    @Inject
    private CurrentCaller caller;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String route = template(resource.getResourceMethod());
        boolean signIn = SIGN_INS.contains(route);
        int status = response.getStatus();
        if ((signIn ? SIGN_IN_REFUSED : REFUSED).contains(status)) {
            Optional<UserId> actor = caller.known().map(Caller::userId);
            String action = signIn ? "sign_in.refused" : "request.refused";
            watch.saw(
                    new Refusal.Source(actor, request.getMethod(), route),
                    () -> new Refusal(actor, action, request.getMethod(), route, status, code(response.getEntity())));
        }
    }

    private static String template(@Nullable Method method) {
        if (method == null) {
            return "";
        }
        return Stream.of(method.getDeclaringClass().getAnnotation(Path.class), method.getAnnotation(Path.class))
                .flatMap(Stream::ofNullable)
                .flatMap(path -> Stream.of(path.value().split("/", -1)))
                .filter(segment -> !segment.isEmpty())
                .collect(Collectors.joining("/", "/", ""));
    }

    /** Of a problem document; a page has none. */
    private static String code(@Nullable Object entity) {
        if (!(entity instanceof String text) || !text.startsWith("{")) {
            return "";
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject().getString("code", "");
        }
    }
}
