/**
 * The pages that browsers get without the portal: plain, accessible, without script. Promises: what is refused on the
 * way to a page is a page too. Owns no table.
 */
@NullMarked
package tel.ringer.warp.page.rest;

import org.jspecify.annotations.NullMarked;
