/** What each feature says of its settings before WARP starts. */
@NullMarked
package tel.ringer.warp.setting;

import org.jspecify.annotations.NullMarked;
