package tel.ringer.warp.identity.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tel.ringer.warp.access.Caller;
import tel.ringer.warp.access.Uuids;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.access.rest.SignedIn;
import tel.ringer.warp.http.rest.PageResponse;
import tel.ringer.warp.identity.OwnSessions;
import tel.ringer.warp.identity.SessionEnd;
import tel.ringer.warp.problem.ProblemException;

/** Where else one is signed in, and how to change that. */
@Path("/auth/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
public class SessionsResource {
    @Inject
    private OwnSessions own;

    @Inject
    private SessionCookies cookies;

    @Inject
    private CurrentCaller caller;

    @GET
    @SignedIn
    @Operation(
            operationId = "listOwnSessions",
            summary = "Where am I signed in",
            description = "The caller's open sessions, the latest used first, on one page of at most 200.")
    public PageResponse<SessionResponse> list() {
        Caller asking = caller.get().requirePerson();
        return PageResponse.whole(
                own.list(asking.ownScope()), session -> SessionResponse.of(session, asking.sessionId()));
    }

    @DELETE
    @SignedIn
    @APIResponse(responseCode = "204", description = "All sessions have ended, and the cookie is removed.")
    @Operation(
            operationId = "logoutEverywhere",
            summary = "End all own sessions",
            description = "This one too. Their tokens die at once.")
    public Response endAll() {
        own.endAll(caller.get().requirePerson().ownScope());
        return Response.noContent().cookie(cookies.removal()).build();
    }

    @DELETE
    @Path("/{sessionId}")
    @SignedIn
    @Operation(
            operationId = "endOwnSession",
            summary = "End one of the own sessions",
            description = "Its tokens die at once.")
    public void end(@PathParam("sessionId") String sessionId) {
        Caller asking = caller.get().requirePerson();
        UUID session = parse(sessionId);
        SessionEnd reason = session.equals(asking.sessionId()) ? SessionEnd.LOGOUT : SessionEnd.ENDED_REMOTELY;
        if (!own.end(asking.ownScope(), session, reason)) {
            throw ProblemException.notFound();
        }
    }

    /** What has not even the form of an id is unknown. */
    private static UUID parse(String text) {
        try {
            return Uuids.parse(text);
        } catch (IllegalArgumentException e) {
            throw (ProblemException) ProblemException.notFound().initCause(e);
        }
    }
}
