package tel.ringer.warp.http.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/**
 * Tells requests of WARP's own pages from those that another site makes a browser send. {@code SameSite} already keeps
 * cookies from most of these; this holds where it does not, as on another host of the same site. Browsers say where a
 * request comes from in Sec-Fetch-Site (W3C Fetch Metadata) and in Origin; that one is "null" in forms of pages with a
 * Referrer-Policy of no-referrer (Fetch, section 3.1), so that "null" counts only beside the other.
 */
@ApplicationScoped
public class OwnPages {
    private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);

    private String own;

    /** For proxies alone. */
    @SuppressWarnings("NullAway.Init")
    protected OwnPages() {}

    @Inject
    OwnPages(@ConfigProperty(name = "warp.public-url") URI publicUrl) {
        own = origin(publicUrl);
    }

    /**
     * Who sends neither header can't show where the request comes from.
     *
     * @throws ProblemException forbidden, {@code cross_site}
     */
    public void requireOneOf(HttpHeaders headers) {
        requireOneOf(headers.getHeaderString("Sec-Fetch-Site"), headers.getHeaderString("Origin"));
    }

    void requireOneOf(@Nullable String site, @Nullable String origin) {
        boolean own = site == null ? origin != null && isOwn(origin) : site.equals("same-origin") && agrees(origin);
        if (!own) {
            throw new ProblemException(ProblemKind.FORBIDDEN, "cross_site", "This works from WARP's own pages alone.");
        }
    }

    private boolean agrees(@Nullable String origin) {
        return origin == null || origin.equals("null") || isOwn(origin);
    }

    private boolean isOwn(String origin) {
        try {
            return own.equals(origin(URI.create(origin)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Scheme, host and port (RFC 6454); what has none, as "null", is like no other. */
    private static String origin(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        int port = uri.getPort() < 0 ? PORTS.getOrDefault(scheme, -1) : uri.getPort();
        return scheme + "://" + host + ":" + port;
    }
}
