/**
 * Paging and search of collections: stable under inserts, and a cursor never widens what its bearer sees. Owns no table.
 */
@NullMarked
package tel.ringer.warp.paging;

import org.jspecify.annotations.NullMarked;
