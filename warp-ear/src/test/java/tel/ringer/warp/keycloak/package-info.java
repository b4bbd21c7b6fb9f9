/** WARP beside a provider that is not ours: Keycloak as its makers ship it, signed in to as people do, by its form. */
@NullMarked
package tel.ringer.warp.keycloak;

import org.jspecify.annotations.NullMarked;
