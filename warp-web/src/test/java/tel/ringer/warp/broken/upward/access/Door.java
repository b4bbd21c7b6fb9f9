package tel.ringer.warp.broken.upward.access;

import tel.ringer.warp.broken.upward.invitation.Guest;

/** Wrong on purpose: access knows a feature that builds on it. */
public record Door(Guest guest) {}
