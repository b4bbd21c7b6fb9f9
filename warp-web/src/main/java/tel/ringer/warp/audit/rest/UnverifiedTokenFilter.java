package tel.ringer.warp.audit.rest;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import tel.ringer.warp.audit.Refusal;
import tel.ringer.warp.audit.RefusalWatch;
import tel.ringer.warp.audit.RequestDetails;
import tel.ringer.warp.http.rest.ClientAddress;
import tel.ringer.warp.http.rest.RequestId;

/** Tells the audit log of tokens that the server refuses before JAX-RS sees the request; the route is not known then. */
@WebFilter(servletNames = "server-error", dispatcherTypes = DispatcherType.ERROR)
public class UnverifiedTokenFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    /** A verb may be any text, as long as a caller likes. */
    private static final Set<String> KNOWN = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Inject
    private transient RefusalWatch watch;

    @Inject
    private transient RequestDetails details;

    @Inject
    private transient RequestId requestId;

    @Inject
    private transient ClientAddress addresses;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Integer.valueOf(HttpServletResponse.SC_UNAUTHORIZED)
                .equals(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))) {
            details.arrived(requestId.value(), addresses.of(request));
            tell(KNOWN.contains(request.getMethod()) ? request.getMethod() : "other");
        }
        chain.doFilter(request, response);
    }

    private void tell(String method) {
        watch.saw(
                new Refusal.Source(Optional.empty(), method, ""),
                () -> new Refusal(
                        Optional.empty(),
                        "request.refused",
                        method,
                        "",
                        HttpServletResponse.SC_UNAUTHORIZED,
                        "unverified_token"));
    }
}
