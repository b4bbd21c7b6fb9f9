package tel.ringer.warp.broken.jdbc;

import javax.sql.DataSource;

/** Wrong on purpose: a way to the database around every scope. */
public record Shortcut(DataSource source) {}
