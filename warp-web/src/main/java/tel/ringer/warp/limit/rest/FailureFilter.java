package tel.ringer.warp.limit.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Set;
import tel.ringer.warp.http.rest.RequestId;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.rest.ProblemDocument;

/**
 * Counts attempts with credentials that nobody knows, after the answer: so it takes none from whoever has a good one,
 * and refuses none of theirs. What is known but no longer good (a link that has expired) is no such attempt.
 */
@Provider
@Priority(FailureFilter.BEFORE_THE_AUDIT)
public class FailureFilter implements ContainerResponseFilter {
    static final int BEFORE_THE_AUDIT = 6000;
    private static final Set<Integer> NOBODY_KNOWS_IT = Set.of(401, 404);

    @Inject
    private Attempt attempt;

    @Inject
    private RequestId requestId;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (AttemptFilter.isPublic(resource.getResourceMethod()) && NOBODY_KNOWS_IT.contains(response.getStatus())) {
            attempt.failed().ifPresent(problem -> replace(response, problem));
        }
    }

    private void replace(ContainerResponseContext response, ProblemException problem) {
        Response refusal = ProblemDocument.of(problem, requestId.value());
        response.setStatus(refusal.getStatus());
        response.setEntity(refusal.getEntity(), new Annotation[0], refusal.getMediaType());
        response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
        response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, refusal.getHeaderString(HttpHeaders.RETRY_AFTER));
    }
}
