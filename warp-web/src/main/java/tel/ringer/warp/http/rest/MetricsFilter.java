package tel.ringer.warp.http.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The server offers its metrics to everybody at the application's address; here only who knows the configured password
 * gets them (Basic, RFC 7617: a bearer would be taken for a caller of the API). To anybody else there are none.
 */
@WebFilter(urlPatterns = {"/metrics", "/metrics/*"})
public class MetricsFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    @ConfigProperty(name = "warp.metrics.password")
    private transient Optional<String> password;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String shown = String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (password.filter(secret -> isSame(credentials(secret), shown)).isPresent()) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static String credentials(String password) {
        byte[] pair = ("metrics:" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** In a time that does not tell how much of it is right. */
    private static boolean isSame(String secret, String shown) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }
}
