package tel.ringer.warp.gatekeeper.rest;

/** Yes or no, and never why. */
public record CheckAccessResponse(boolean allowed) {}
