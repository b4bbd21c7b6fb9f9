package tel.ringer.warp.broken.names.rest;

import jakarta.ws.rs.Path;

/** Wrong on purpose: a resource by another name. */
@Path("/v1/orders")
public class Orders {}
