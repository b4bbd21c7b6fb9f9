/**
 * People, their sign-in and their sessions. Promises: an account belongs to one (issuer, subject) and keeps its address;
 * it is made by invitation, or for staff and the first administrator, who is appointed once; a refresh token works once,
 * and a second use after a short grace ends its session; nobody sees or ends another's sessions, which all end by
 * themselves; secrets are kept as hashes; a holder of {@code *} always stays. Owns auth.users,
 * auth.first_administrator, auth.sessions and auth.refresh_tokens. Leaves the verification of tokens to the web module,
 * what people may do to access.
 */
@NullMarked
package tel.ringer.warp.identity;

import org.jspecify.annotations.NullMarked;
