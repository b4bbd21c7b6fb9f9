/** Problems as RFC 9457 documents. Promises: no exception message, SQL or stack trace leaves. Owns no table. */
@NullMarked
package tel.ringer.warp.problem.rest;

import org.jspecify.annotations.NullMarked;
