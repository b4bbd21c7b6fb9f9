/**
 * The database as a whole: its pool, its migrations, its login. Promises that migrations run once whoever starts first,
 * and that WARP never serves as a role that row-level security does not bind. Owns the changelog's own tables.
 */
@NullMarked
package tel.ringer.warp.database;

import org.jspecify.annotations.NullMarked;
