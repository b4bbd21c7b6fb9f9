package tel.ringer.warp.dashboard;

/**
 * One number of a part.
 *
 * @param name a status, or a UTC day as ISO 8601 has it
 */
record Figure(DashboardPart part, String name, long value) {}
