package tel.ringer.warp.status.rest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Comes up last: from then on the application answers. Serves nothing itself. */
@WebServlet(loadOnStartup = Integer.MAX_VALUE, urlPatterns = "/internal/none", name = "deployment")
public class DeploymentServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Deployment deployment;

    @Override
    public void init() {
        deployment.completed();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
