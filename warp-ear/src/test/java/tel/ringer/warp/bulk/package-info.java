/** Measures a bulk invitation as large as there can be, through HTTP, on one node with the heap of the tests. */
@NullMarked
package tel.ringer.warp.bulk;

import org.jspecify.annotations.NullMarked;
