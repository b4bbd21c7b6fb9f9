package tel.ringer.warp.access;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The second wall, around each EJB that touches customers' data: each of its methods takes a {@link CustomerScope},
 * which is checked against each {@link CustomerId} among the arguments and bound to the transaction.
 */
@Inherited
@InterceptorBinding
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CustomerGuarded {}
