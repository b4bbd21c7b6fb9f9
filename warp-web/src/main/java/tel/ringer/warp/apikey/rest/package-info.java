/** API keys over HTTP: managed as a resource, accepted as bearer credentials. Owns no table. */
@NullMarked
package tel.ringer.warp.apikey.rest;

import org.jspecify.annotations.NullMarked;
