package tel.ringer.warp.broken.cycle.one;

import tel.ringer.warp.broken.cycle.two.Second;

/** Wrong on purpose: knows the second, which knows it. */
public record First(Second second) {}
