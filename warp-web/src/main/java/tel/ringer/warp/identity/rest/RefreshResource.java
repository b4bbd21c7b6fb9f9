package tel.ringer.warp.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.rest.Public;
import tel.ringer.warp.http.rest.OwnPages;
import tel.ringer.warp.identity.OpenedSession;
import tel.ringer.warp.identity.RefreshToken;
import tel.ringer.warp.identity.Sessions;
import tel.ringer.warp.limit.rest.Attempt;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** How a session goes on when its access token has expired. */
@Path("/auth/refresh")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
public class RefreshResource {
    @Inject
    private Sessions sessions;

    @Inject
    private SessionCookies cookies;

    @Inject
    private OwnPages ownPages;

    @Inject
    private TokenIssue tokens;

    @Inject
    private Attempt attempt;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Public
    @SecurityRequirements
    @APIResponse(
            responseCode = "200",
            description = "The next tokens; by cookie, the next refresh token is in the cookie alone.",
            content = @Content(schema = @Schema(implementation = TokenResponse.class)))
    @Operation(
            operationId = "refreshSession",
            summary = "Continue a session",
            description = "With the refresh token in the body or, without a body, in the cookie of WARP's own pages."
                    + " Each refresh token works once; using one again after a few seconds ends its session.")
    public Response refresh(@Valid @Nullable RefreshRequest request, @Context HttpHeaders headers) {
        if (request != null) {
            return Response.ok(tokens.of(next(new RefreshToken(request.refreshToken()))))
                    .build();
        }
        RefreshToken token = cookies.sentWith(headers).orElseThrow(RefreshResource::refused);
        ownPages.requireOneOf(headers);
        return tokens.toBrowser(next(token));
    }

    private OpenedSession next(RefreshToken token) {
        attempt.presents(token.value());
        return sessions.refresh(token).orElseThrow(RefreshResource::refused);
    }

    private static ProblemException refused() {
        return new ProblemException(ProblemKind.UNAUTHENTICATED, "invalid_refresh_token", "Sign in again.");
    }
}
