package tel.ringer.warp.identity.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tel.ringer.warp.access.Caller;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.access.rest.Public;
import tel.ringer.warp.http.rest.OwnPages;
import tel.ringer.warp.identity.OwnSessions;
import tel.ringer.warp.identity.RefreshToken;
import tel.ringer.warp.identity.SessionEnd;
import tel.ringer.warp.identity.Sessions;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** The way out: for whoever is signed in, and for a browser that has nothing but its cookie left. */
@Path("/auth/logout")
@Tag(name = "Sign-in")
public class LogoutResource {
    @Inject
    private Sessions sessions;

    @Inject
    private OwnSessions own;

    @Inject
    private SessionCookies cookies;

    @Inject
    private OwnPages ownPages;

    @Inject
    private CurrentCaller caller;

    @POST
    @Public
    @APIResponse(responseCode = "204", description = "The session has ended, and the cookie is removed.")
    @Operation(
            operationId = "logout",
            summary = "End this session",
            description = "Its tokens die at once. By bearer token or, without one, by the cookie of WARP's own pages.")
    public Response logout(@Context HttpHeaders headers) {
        Optional<Caller> known = caller.known();
        if (known.isPresent()) {
            own.end(known.get().ownScope(), known.get().sessionId(), SessionEnd.LOGOUT);
        } else {
            RefreshToken token = cookies.sentWith(headers).orElseThrow(LogoutResource::unauthenticated);
            ownPages.requireOneOf(headers);
            sessions.endOf(token);
        }
        return Response.noContent().cookie(cookies.removal()).build();
    }

    private static ProblemException unauthenticated() {
        return new ProblemException(ProblemKind.UNAUTHENTICATED, "unauthenticated", "Sign in first.");
    }
}
