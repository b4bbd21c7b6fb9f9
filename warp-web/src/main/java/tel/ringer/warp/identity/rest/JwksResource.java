package tel.ringer.warp.identity.rest;

import com.nimbusds.jose.util.Base64URL;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tel.ringer.warp.access.rest.Public;
import tel.ringer.warp.identity.SecretHash;

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
    @Operation(operationId = "getPublicKeys", summary = "WARP's public keys (RFC 7517)")
    public Response keys(@Context Request request) {
        String set = keys.accepted().toString();
        EntityTag tag = new EntityTag(Base64URL.encode(SecretHash.of(set)).toString());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response = unchanged == null ? Response.ok(set).tag(tag) : unchanged;
        CacheControl cached = new CacheControl();
        cached.setMaxAge(CACHED_SECONDS);
        return response.cacheControl(cached).build();
    }
}
