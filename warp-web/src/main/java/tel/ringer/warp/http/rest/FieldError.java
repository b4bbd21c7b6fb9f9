package tel.ringer.warp.http.rest;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON pointer (RFC 6901) into the body
 */
public record FieldError(String pointer, String detail) {}
