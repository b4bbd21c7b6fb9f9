/**
 * Whether the database confines each table, for the role that WARP logs in as. Promises that a table with a customer_id
 * that lacks any part of its wall shows as unhealthy, and that asking changes nothing. Owns the schema isolation. Leaves
 * the refusal to start as a dangerous role to tel.ringer.warp.database.
 */
@NullMarked
package tel.ringer.warp.isolation;

import org.jspecify.annotations.NullMarked;
