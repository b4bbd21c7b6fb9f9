package tel.ringer.warp.http.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a caller's X-Request-Id, or makes one, gives it back, and puts it in front of what is logged meanwhile. */
public class RequestIdFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String HEADER = "X-Request-Id";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Inject
    private transient RequestId requestId;

    @Inject
    private transient TraceContext trace;

    private transient List<LinesOfRequests> logs = List.of();

    @Override
    public void init() {
        logs = LinesOfRequests.inAllLogs();
    }

    @Override
    public void destroy() {
        logs.forEach(LinesOfRequests::remove);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String offered = request.getHeader(HEADER);
        if (offered != null && HARMLESS.matcher(offered).matches()) {
            requestId.accept(offered);
        }
        trace.accept(request.getHeader(TraceContext.PARENT), request.getHeader(TraceContext.STATE));
        response.setHeader(HEADER, requestId.value());
        String before = LinesOfRequests.begin(
                trace.traceId().map(id -> requestId.value() + " trace " + id).orElseGet(requestId::value));
        try {
            chain.doFilter(request, response);
        } finally {
            LinesOfRequests.end(before);
        }
    }
}
