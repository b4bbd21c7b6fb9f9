/**
 * What the operator's staff writes down about a customer. Promises: nobody else reads or writes a note, whatever they
 * may at the customer; nobody overwrites what they have not read; the audit log tells who changed which note, never what
 * it says. Owns accounts.customer_notes.
 */
@NullMarked
package tel.ringer.warp.note;

import org.jspecify.annotations.NullMarked;
