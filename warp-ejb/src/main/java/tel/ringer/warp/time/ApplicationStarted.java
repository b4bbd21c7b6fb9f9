package tel.ringer.warp.time;

/** The whole application has come up on this node. What runs by itself begins then: before, not every class can be read. */
public record ApplicationStarted() {}
