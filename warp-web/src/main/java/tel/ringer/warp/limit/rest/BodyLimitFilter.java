package tel.ringer.warp.limit.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tel.ringer.warp.http.rest.RequestId;
import tel.ringer.warp.problem.rest.ProblemDocument;

/**
 * Refuses bodies that are too large, by what they say or as they come, bodies that are packed, since what a small body
 * unpacks to has no limit, and those of a TRACE, which has none (RFC 9110, section 9.3.8).
 */
public class BodyLimitFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    /** What takes files. Its body is read after the caller was let in. */
    private static final Pattern UPLOAD = Pattern.compile("/v1/admin/customers/[^/;]+/invitations/bulk");

    @Inject
    private transient BodySizes sizes;

    @Inject
    private transient RequestId requestId;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long largest = UPLOAD.matcher(request.getRequestURI()).matches() ? sizes.largestUpload() : sizes.largestBody();
        String packed = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (request.getMethod().equals("TRACE")) {
            // The server reads no body of a TRACE: it would take one for the next request.
            refuse(response, ProblemDocument.unknownMethod(requestId.value()));
        } else if (packed != null && !packed.equalsIgnoreCase("identity")) {
            refuse(response, ProblemDocument.packed(requestId.value()));
        } else if (request.getContentLengthLong() > largest) {
            refuse(response, ProblemDocument.of(LimitedBody.tooLarge(largest), requestId.value()));
        } else {
            chain.doFilter(new LimitedRequest(request, largest), response);
        }
    }

    /** Nobody reads the rest of the body, so nothing can follow it on this connection. */
    private void refuse(HttpServletResponse response, Response problem) throws IOException {
        response.setStatus(problem.getStatus());
        problem.getStringHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        response.setHeader("Connection", "close");
        response.getOutputStream().write(problem.getEntity().toString().getBytes(StandardCharsets.UTF_8));
    }
}
