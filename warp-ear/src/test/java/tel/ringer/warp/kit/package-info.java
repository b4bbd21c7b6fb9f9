/** What tests share: the parts that a server needs, an HTTP client, people and customers to act with. */
@NullMarked
package tel.ringer.warp.kit;

import org.jspecify.annotations.NullMarked;
