package tel.ringer.warp.broken.cycle.two;

import java.util.Optional;
import tel.ringer.warp.broken.cycle.one.First;

/** Wrong on purpose: knows the first, which knows it. */
public record Second(Optional<First> first) {}
