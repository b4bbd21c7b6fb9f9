package tel.ringer.warp.broken.reach.orders;

import tel.ringer.warp.broken.reach.orders.rest.OrderResponse;

/** Wrong on purpose: knows how it is reached. */
public record Orders(OrderResponse response) {}
