package tel.ringer.warp.http.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers are for their caller alone: not to be stored, framed, sniffed, indexed or named to the next site. Whoever
 * answers, a resource, the server's own pages, an error, these are there; a resource may replace one.
 */
public class SafeHeadersFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** On every answer; the style of the pages that work without script is their own. */
    public static final Map<String, String> HEADERS = Map.of(
            HttpHeaders.CACHE_CONTROL,
            "no-store",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "X-Robots-Tag",
            "noindex, nofollow",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");

    private static final String A_YEAR = "max-age=31536000";

    @Inject
    @ConfigProperty(name = "warp.public-url")
    private String publicUrl;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HEADERS.forEach(response::setHeader);
        tlsAlone(publicUrl).ifPresent(value -> response.setHeader("Strict-Transport-Security", value));
        BrokenExports.remember(request);
        chain.doFilter(request, response);
    }

    /** Where browsers reach WARP by TLS, they are to try nothing else for a year (RFC 6797). */
    static Optional<String> tlsAlone(String publicUrl) {
        return publicUrl.startsWith("https:") ? Optional.of(A_YEAR) : Optional.empty();
    }
}
