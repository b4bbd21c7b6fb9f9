package tel.ringer.warp.broken.names;

/** Wrong on purpose: a resource outside rest. */
public class OrderResource {}
