package tel.ringer.warp.problem.rest;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tel.ringer.warp.access.Suspension;
import tel.ringer.warp.access.rest.LostRight;
import tel.ringer.warp.http.rest.RequestId;
import tel.ringer.warp.problem.ProblemException;

/** What nobody foresaw: logged once with the request's id, of which alone the caller is told. */
@Provider
public class EverythingElseMapper implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(EverythingElseMapper.class.getName());

    @Inject
    private RequestId requestId;

    @Inject
    private LostRight lostRight;

    @Context
    private UriInfo uri;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException refused) {
            return ofServer(refused.getResponse());
        }
        Optional<ProblemException> problem = causes(thrown)
                .filter(ProblemException.class::isInstance)
                .map(ProblemException.class::cast)
                .findFirst()
                .or(() -> Suspension.in(thrown))
                .or(() -> lostRight.in(thrown, uri));
        if (problem.isPresent()) {
            return ProblemDocument.of(problem.get(), requestId.value());
        }
        if (causes(thrown).anyMatch(OptimisticLockException.class::isInstance)) {
            LOG.log(System.Logger.Level.INFO, () -> "Request " + requestId.value() + " lost a race: " + thrown);
            return ProblemDocument.of(
                    ProblemException.conflict("concurrent_change", "Somebody else changed this at the same time."),
                    requestId.value());
        }
        LOG.log(System.Logger.Level.ERROR, () -> "Request " + requestId.value() + " failed", thrown);
        return document(500, "internal_error", "Something went wrong. Tell us the request_id.");
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    /** What JAX-RS itself refuses: no such path, method or media type. */
    private Response ofServer(Response refusal) {
        int status = refusal.getStatus();
        if (status < 400) {
            return refusal;
        }
        Response problem =
                switch (status) {
                    case 404 -> ProblemDocument.of(ProblemException.notFound(), requestId.value());
                    case 405 -> document(status, "method_not_allowed", "This resource does not know that method.");
                    case 406 -> document(status, "not_acceptable", "None of the accepted media types is available.");
                    case 415 -> document(status, "unsupported_media_type", "Send application/json.");
                    default -> document(status, code(refusal), "The request was refused.");
                };
        String allow = refusal.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? problem
                : Response.fromResponse(problem)
                        .header(HttpHeaders.ALLOW, allow)
                        .build();
    }

    private static String code(Response refusal) {
        return refusal.getStatusInfo()
                .getReasonPhrase()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", "_");
    }

    private Response document(int status, String code, String detail) {
        return ProblemDocument.of(status, code, detail, Map.of(), requestId.value());
    }
}
