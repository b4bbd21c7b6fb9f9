/**
 * User types are edited here. Promises: who writes a type has authority on the platform and could exercise what it
 * permits, before and after; a type that anybody holds or is offered stays; of two concurrent changes one is refused.
 * Shares auth.user_types and auth.user_type_permissions with access, which decides by them and knows nothing of editing.
 */
@NullMarked
package tel.ringer.warp.usertype;

import org.jspecify.annotations.NullMarked;
