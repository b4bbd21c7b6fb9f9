package tel.ringer.warp.broken.logging;

import java.util.logging.Logger;

/** Wrong on purpose: another facade. */
public record Journal(Logger logger) {}
