package tel.ringer.warp.broken.reach.orders.rest;

/** Known by what it should describe. */
public record OrderResponse(String text) {}
