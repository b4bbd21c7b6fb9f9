/**
 * Where requests come from. Promises that nobody can claim an address: a header counts only as far as proxies that the
 * operator named have written it. Owns no table.
 */
@NullMarked
package tel.ringer.warp.address;

import org.jspecify.annotations.NullMarked;
