/** The audit log over HTTP, and what HTTP tells it. Promises that no path, token or body gets into it. Owns no table. */
@NullMarked
package tel.ringer.warp.audit.rest;

import org.jspecify.annotations.NullMarked;
