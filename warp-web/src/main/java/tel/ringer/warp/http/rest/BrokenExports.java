package tel.ringer.warp.http.rest;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.lang.reflect.Field;

/**
 * Cuts the connection of an export that can't be finished. The server would end the answer in order, whatever is thrown,
 * and a short file would look like a whole one; the Servlet API has no way to say otherwise, so that this asks the server
 * itself, Catalina over Grizzly.
 */
@Provider
public class BrokenExports implements WriterInterceptor {
    /** The request as the server made it: what is injected is a proxy. */
    static final String REQUEST = BrokenExports.class.getName();

    private static final System.Logger LOG = System.getLogger(REQUEST);

    @Context
    private HttpServletRequest request;

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        try {
            context.proceed();
        } catch (RuntimeException e) {
            if (context.getEntity() instanceof Export<?>) {
                LOG.log(System.Logger.Level.WARNING, () -> "An export breaks off: " + e.getMessage());
                cut();
            }
            throw e;
        }
    }

    private void cut() {
        try {
            Object made = request.getAttribute(REQUEST);
            Field inner = made.getClass().getDeclaredField("request");
            inner.setAccessible(true);
            Object coyote = ask(inner.get(made), "getCoyoteRequest");
            Object connection = ask(ask(coyote, "getContext"), "getConnection");
            ask(connection, "terminateSilently");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The connection of a broken export can't be cut", e);
        }
    }

    private static Object ask(Object of, String method) throws ReflectiveOperationException {
        return of.getClass().getMethod(method).invoke(of);
    }

    /** Before any other filter has wrapped it. */
    static void remember(HttpServletRequest made) {
        ServletRequest innermost = made;
        while (innermost instanceof ServletRequestWrapper wrapper) {
            innermost = wrapper.getRequest();
        }
        made.setAttribute(REQUEST, innermost);
    }
}
