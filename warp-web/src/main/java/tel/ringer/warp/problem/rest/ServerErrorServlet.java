package tel.ringer.warp.problem.rest;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tel.ringer.warp.http.rest.RequestId;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** What the server refuses before JAX-RS sees it, such as a token that it can't verify, is a problem document too. */
@WebServlet(urlPatterns = ServerErrorServlet.PATH, name = "server-error")
public class ServerErrorServlet extends HttpServlet {
    static final String PATH = "/internal/error";
    private static final long serialVersionUID = 1L;

    @Inject
    private transient RequestId requestId;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Response problem = problem(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        response.setStatus(problem.getStatus());
        problem.getStringHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        response.getOutputStream().write(problem.getEntity().toString().getBytes(StandardCharsets.UTF_8));
    }

    private Response problem(Object status) {
        if (status == null) {
            return ProblemDocument.of(ProblemException.notFound(), requestId.value());
        }
        int code = (int) status;
        if (code == HttpServletResponse.SC_UNAUTHORIZED) {
            return ProblemDocument.of(
                    new ProblemException(ProblemKind.UNAUTHENTICATED, "unauthenticated", "Sign in first."),
                    requestId.value());
        }
        if (code == HttpServletResponse.SC_NOT_FOUND) {
            return ProblemDocument.of(ProblemException.notFound(), requestId.value());
        }
        return code < 500
                ? ProblemDocument.of(code, "refused", "The request was refused.", Map.of(), requestId.value())
                : ProblemDocument.of(
                        code,
                        "internal_error",
                        "Something went wrong. Tell us the request_id.",
                        Map.of(),
                        requestId.value());
    }
}
