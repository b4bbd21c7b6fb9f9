/**
 * Malformed requests to every operation of the document, drawn with a seed. Each starts from one that would succeed, and
 * has at least one defect for which it must be refused; what it changes all the same is seen in the rows.
 */
@NullMarked
package tel.ringer.warp.fuzz;

import org.jspecify.annotations.NullMarked;
