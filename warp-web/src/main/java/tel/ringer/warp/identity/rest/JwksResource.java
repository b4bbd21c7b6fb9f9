package tel.ringer.warp.identity.rest;

import com.nimbusds.jose.util.Base64URL;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tel.ringer.warp.access.rest.Public;
import tel.ringer.warp.identity.SecretHash;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** The keys by which anybody can verify WARP's access tokens: those of the last and the next rotation too. */
@Path("/.well-known/jwks.json")
@Tag(name = "Sign-in")
public class JwksResource {
    private static final int CACHED_SECONDS = 300;

    @Inject
    private TokenKeys keys;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Public
    @SecurityRequirements
    @APIResponse(
            responseCode = "200",
            description = "A JWK Set.",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "They are those of the If-None-Match.")
    @Operation(operationId = "getPublicKeys", summary = "WARP's public keys (RFC 7517)")
    public Response keys(@Context Request request) {
        String set = keys.accepted().toString();
        EntityTag tag = new EntityTag(Base64URL.encode(SecretHash.of(set)).toString());
        Response.ResponseBuilder response =
                unchanged(request, tag).orElseGet(() -> Response.ok(set).tag(tag));
        CacheControl cached = new CacheControl();
        cached.setMaxAge(CACHED_SECONDS);
        return response.cacheControl(cached).build();
    }

    /** @throws ProblemException malformed, {@code malformed_if_match}: what JAX-RS can't read would be a failure of its own */
    private static Optional<Response.ResponseBuilder> unchanged(Request request, EntityTag tag) {
        try {
            return Optional.ofNullable(request.evaluatePreconditions(tag));
        } catch (ProcessingException unreadable) {
            throw (ProblemException) new ProblemException(
                            ProblemKind.MALFORMED, "malformed_if_match", "If-Match or If-None-Match holds no ETags.")
                    .initCause(unreadable);
        }
    }
}
