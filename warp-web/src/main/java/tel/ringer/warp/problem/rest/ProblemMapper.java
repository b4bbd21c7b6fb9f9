package tel.ringer.warp.problem.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import tel.ringer.warp.http.rest.RequestId;
import tel.ringer.warp.problem.ProblemException;

/** What a rule refused. */
@Provider
public class ProblemMapper implements ExceptionMapper<ProblemException> {
    @Inject
    private RequestId requestId;

    @Override
    public Response toResponse(ProblemException problem) {
        return ProblemDocument.of(problem, requestId.value());
    }
}
