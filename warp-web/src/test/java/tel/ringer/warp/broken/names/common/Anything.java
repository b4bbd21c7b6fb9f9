package tel.ringer.warp.broken.names.common;

/** Wrong on purpose: in a package that says nothing. */
public class Anything {}
