package tel.ringer.warp.http.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import tel.ringer.warp.address.Proxies;

/** Where a request comes from, past the operator's own proxies. */
@ApplicationScoped
public class ClientAddress {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    @Inject
    private Proxies proxies;

    public String of(HttpServletRequest request) {
        return proxies.client(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED_FOR)));
    }
}
