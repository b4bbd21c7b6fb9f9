/** Text from templates, for mails and for the pages that work without script. Owns no table. */
@NullMarked
package tel.ringer.warp.template;

import org.jspecify.annotations.NullMarked;
