package tel.ringer.warp.http.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of the named origins call the API (Fetch Standard, section 3.2). A preflight is answered for any path
 * alike, so that it tells nobody which exist; what the operation then says, it says to the page. Without named origins
 * no answer has any of these headers.
 */
public class CrossOriginFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String METHODS = "DELETE, GET, HEAD, PATCH, POST, PUT";
    private static final String HEADERS =
            "accept, authorization, content-type, idempotency-key, if-match, traceparent, tracestate, x-request-id";
    private static final String READABLE =
            "ETag, Idempotency-Replayed, Link, Location, Retry-After, WWW-Authenticate, X-Request-Id";
    private static final String SECONDS_TO_REMEMBER = "600";

    @Inject
    private transient OriginSetting setting;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        AllowedOrigins origins = setting.origins();
        if (origins.areNone()) {
            chain.doFilter(request, response);
            return;
        }
        // An answer that a cache kept for one origin is not for another.
        response.setHeader("Vary", "Origin");
        String origin = request.getHeader("Origin");
        boolean allowed = origin != null && origins.contain(origin);
        if (allowed) {
            response.setHeader(ALLOW_ORIGIN, origin);
            response.setHeader("Access-Control-Allow-Credentials", "true");
            response.setHeader("Access-Control-Expose-Headers", READABLE);
        }
        if (allowed && isPreflight(request)) {
            answer(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
    }

    /** The browser compares what it asked for with what is named; nothing that it asked for is repeated to it. */
    private static void answer(HttpServletRequest request, HttpServletResponse response) {
        String method = request.getHeader("Access-Control-Request-Method");
        if (listed(METHODS).contains(method) && mayBeSent(request.getHeader("Access-Control-Request-Headers"))) {
            response.setHeader("Access-Control-Allow-Methods", METHODS);
            response.setHeader("Access-Control-Allow-Headers", HEADERS);
            response.setHeader("Access-Control-Max-Age", SECONDS_TO_REMEMBER);
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static boolean mayBeSent(@Nullable String headers) {
        return headers == null || listed(HEADERS).containsAll(listed(headers.toLowerCase(Locale.ROOT)));
    }

    private static Set<String> listed(String text) {
        return Set.copyOf(Stream.of(text.split(",", -1)).map(String::strip).toList());
    }
}
