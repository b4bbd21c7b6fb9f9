package tel.ringer.warp.broken.upward.invitation;

/** Known by what it should build on. */
public record Guest(String name) {}
