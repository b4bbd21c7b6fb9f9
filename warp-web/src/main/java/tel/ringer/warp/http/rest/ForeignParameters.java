package tel.ringer.warp.http.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The caller was sent here by another server, which may add query parameters of its own (RFC 6749, section 4.1.2: the
 * client ignores those that it does not know).
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForeignParameters {}
