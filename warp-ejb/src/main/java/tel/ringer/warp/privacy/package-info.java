/**
 * What is kept of people, with an account or only ever invited, as they may see it and have it forgotten. Promises: an
 * export shows all that docs/privacy.md lists, and nobody else's; an erasure leaves no name and no address of the person,
 * and each chain of the audit log intact. Owns no table: what stands where is each feature's, reached by functions of the
 * database that name each place.
 */
@NullMarked
package tel.ringer.warp.privacy;

import org.jspecify.annotations.NullMarked;
