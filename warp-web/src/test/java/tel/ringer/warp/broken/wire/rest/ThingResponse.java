package tel.ringer.warp.broken.wire.rest;

import java.util.List;
import tel.ringer.warp.broken.entity.Thing;

/** Wrong on purpose: an entity on the wire. */
public record ThingResponse(List<Thing> things) {}
