package tel.ringer.warp.identity.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import tel.ringer.warp.identity.CurrentAgent;

/** Tells sessions that are opened what opens them. */
@Provider
@PreMatching
@Priority(200)
public class AgentFilter implements ContainerRequestFilter {
    @Inject
    private CurrentAgent agent;

    @Override
    public void filter(ContainerRequestContext request) {
        String userAgent = request.getHeaderString(HttpHeaders.USER_AGENT);
        if (userAgent != null) {
            agent.arrived(userAgent);
        }
    }
}
