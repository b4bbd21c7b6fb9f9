package tel.ringer.warp.http.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/**
 * Takes forms from WARP's own pages alone. Browsers say where a form comes from in Sec-Fetch-Site (W3C Fetch Metadata);
 * those that don't say it in Origin. With a Referrer-Policy of no-referrer the Origin is "null" (Fetch, section 3.1), so
 * it counts only where the other is missing.
 */
@ApplicationScoped
public class SameOrigin {
    private String own = "";

    /** For proxies alone. */
    protected SameOrigin() {}

    @Inject
    SameOrigin(@ConfigProperty(name = "warp.public-url") URI publicUrl) {
        this.own = publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
    }

    /** @throws ProblemException forbidden, {@code cross_site_request} */
    public void require(HttpHeaders headers) {
        boolean same = Optional.ofNullable(headers.getHeaderString("Sec-Fetch-Site"))
                .map("same-origin"::equals)
                .orElseGet(() -> own.equals(headers.getHeaderString("Origin")));
        if (!same) {
            throw new ProblemException(
                    ProblemKind.FORBIDDEN, "cross_site_request", "This form was sent from another site.");
        }
    }
}
