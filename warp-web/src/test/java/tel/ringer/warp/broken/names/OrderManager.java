package tel.ringer.warp.broken.names;

/** Wrong on purpose: manages. */
public class OrderManager {}
