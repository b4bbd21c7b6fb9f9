package tel.ringer.warp.problem.rest;

import jakarta.ejb.EJBException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/** What a use case threw, without what the container put around it. Jersey's own mapper asks for each answer twice. */
@Provider
public class UseCaseFailureMapper implements ExceptionMapper<EJBException> {
    @Context
    private Providers providers;

    @Override
    public Response toResponse(EJBException thrown) {
        return answer(thrown.getCause() == null ? new IllegalStateException(thrown) : thrown.getCause());
    }

    @SuppressWarnings("unchecked")
    private <T extends Throwable> Response answer(T cause) {
        return providers.getExceptionMapper((Class<T>) cause.getClass()).toResponse(cause);
    }
}
