package tel.ringer.warp.http.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** WARP's API, at the root. The {@code BearerMechanism} says who calls; the {@code CallerFilter} decides. */
@ApplicationScoped
@ApplicationPath("/")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "WARP",
                        version = "1",
                        description = "The customer platform of a wholesale telecom carrier.",
                        license =
                                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0.txt")),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description =
                "The access_token of POST /auth/exchange or /auth/refresh, a JWT; or an API key of a customer (wk_...), for"
                        + " machines.")
public class WarpApplication extends Application {
    /** OpenAPI describes the operations; a second, unguarded description of them is not wanted. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
