package tel.ringer.warp.identity.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tel.ringer.warp.access.rest.Public;

/** The keys by which anybody can verify WARP's access tokens. */
@Path("/.well-known/jwks.json")
@Tag(name = "Sign-in")
public class JwksResource {
    private static final int CACHED_SECONDS = 300;

    @Inject
    private AccessTokens tokens;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Public
    @SecurityRequirements
    @Operation(operationId = "getPublicKeys", summary = "WARP's public keys (RFC 7517)")
    public Response keys() {
        CacheControl cached = new CacheControl();
        cached.setMaxAge(CACHED_SECONDS);
        return Response.ok(tokens.publicKeys()).cacheControl(cached).build();
    }
}
