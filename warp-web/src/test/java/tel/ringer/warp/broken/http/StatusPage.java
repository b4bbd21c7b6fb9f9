package tel.ringer.warp.broken.http;

import jakarta.ws.rs.core.Response;

/** Wrong on purpose: speaks HTTP outside a rest package. */
public record StatusPage(Response response) {}
