/**
 * Customers of the carrier: their record, who changes which field of it, and their status. Promises: a customer out of
 * scope can't be told from one that does not exist, in lists and totals too; BAN and type never change; nobody changes
 * what they have not read, or may not; CLOSED is the end. Owns accounts.customers. Leaves what follows from a status to
 * those who observe it, and the creation to onboarding.
 */
@NullMarked
package tel.ringer.warp.customer;

import org.jspecify.annotations.NullMarked;
