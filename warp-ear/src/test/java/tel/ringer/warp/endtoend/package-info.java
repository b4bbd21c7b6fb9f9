/** WARP as {@code mvn -Prun} starts it, used as a person uses it: by its output, over HTTP, and by the mails it sends. */
@NullMarked
package tel.ringer.warp.endtoend;

import org.jspecify.annotations.NullMarked;
