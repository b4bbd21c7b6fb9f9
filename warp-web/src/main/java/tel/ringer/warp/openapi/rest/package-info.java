/**
 * The API's own description: completes what the platform finds with what the records, annotations and notes of each
 * operation tell. Promises that each operation is described with its problems and with examples. Owns no table.
 */
@NullMarked
package tel.ringer.warp.openapi.rest;

import org.jspecify.annotations.NullMarked;
