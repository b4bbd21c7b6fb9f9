package tel.ringer.warp.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import java.util.List;

/** Refuses a use case without a scope, and one that names a customer outside it; else binds the scope. */
@CustomerGuarded
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class CustomerGuard {
    @Inject
    private ScopedTransaction transaction;

    @Inject
    private Reach reach;

    @AroundInvoke
    Object guard(InvocationContext invocation) throws Exception {
        CustomerScope scope = scopeAmong(invocation);
        transaction.bind(scope);
        for (Object argument : invocation.getParameters()) {
            if (argument instanceof CustomerId customer) {
                reach.require(scope, customer);
            }
        }
        return invocation.proceed();
    }

    private static CustomerScope scopeAmong(InvocationContext invocation) {
        List<CustomerScope> scopes = Arrays.stream(invocation.getParameters())
                .filter(CustomerScope.class::isInstance)
                .map(CustomerScope.class::cast)
                .toList();
        if (scopes.size() != 1) {
            throw new IllegalStateException(invocation.getMethod() + " was called without a customer scope");
        }
        return scopes.get(0);
    }
}
