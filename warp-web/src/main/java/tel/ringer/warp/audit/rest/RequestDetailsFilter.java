package tel.ringer.warp.audit.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import tel.ringer.warp.audit.RequestDetails;
import tel.ringer.warp.http.rest.ClientAddress;
import tel.ringer.warp.http.rest.RequestId;

/** Tells the audit log which request is running, once its id is known. */
@Provider
@PreMatching
@Priority(200)
public class RequestDetailsFilter implements ContainerRequestFilter {
    @Inject
    private RequestId requestId;

    @Inject
    private RequestDetails details;

    @Inject
    private ClientAddress addresses;

    @Context
    private HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
        details.arrived(requestId.value(), addresses.of(servletRequest));
    }
}
