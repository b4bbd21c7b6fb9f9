/** What holds for every request and answer: request ids, JSON, headers, parameters. Owns no table. */
@NullMarked
package tel.ringer.warp.http.rest;

import org.jspecify.annotations.NullMarked;
