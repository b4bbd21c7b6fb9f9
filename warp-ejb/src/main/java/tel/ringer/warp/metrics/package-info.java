/** What the server counts for its operators. Promises that WARP works where the server's metrics are off. Owns no table. */
@NullMarked
package tel.ringer.warp.metrics;

import org.jspecify.annotations.NullMarked;
