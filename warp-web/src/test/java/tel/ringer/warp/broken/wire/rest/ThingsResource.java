package tel.ringer.warp.broken.wire.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import tel.ringer.warp.access.rest.Public;
import tel.ringer.warp.broken.entity.Thing;

/** Wrong on purpose: entities in signatures, a route without a row, an open route that nobody decided on. */
@Path("/v1/things")
public class ThingsResource {
    @GET
    public List<Thing> list() {
        return List.of();
    }

    @POST
    @Path("/{id}")
    @Public
    public void add(Thing thing) {}
}
