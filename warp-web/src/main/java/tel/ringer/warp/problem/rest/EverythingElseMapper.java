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
import tel.ringer.warp.database.DatabaseOutage;
import tel.ringer.warp.http.rest.RequestId;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** What no rule says: logged once, and the caller is told the request's id alone. */
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
            LOG.log(System.Logger.Level.INFO, () -> "Lost a race: " + thrown);
            return ProblemDocument.of(
                    ProblemException.conflict("concurrent_change", "Somebody else changed this at the same time."),
                    requestId.value());
        }
        Optional<String> outage = DatabaseOutage.in(thrown);
        if (outage.isPresent()) {
            LOG.log(System.Logger.Level.WARNING, () -> "The database does not answer: " + outage.get());
            return ProblemDocument.of(
                    new ProblemException(
                            ProblemKind.UNAVAILABLE,
                            "temporarily_unavailable",
                            "WARP does not reach its data at the moment. Try again later."),
                    requestId.value());
        }
        LOG.log(System.Logger.Level.ERROR, "The request failed", thrown);
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
                    case 405 -> ProblemDocument.unknownMethod(requestId.value());
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
