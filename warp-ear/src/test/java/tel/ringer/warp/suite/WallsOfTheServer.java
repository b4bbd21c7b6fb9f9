package tel.ringer.warp.suite;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Takes the first and the second wall of the server away and puts them back: in the suite's WAR, never in what ships. */
@WebServlet(urlPatterns = WallsOfTheServer.PATH, name = "walls")
public class WallsOfTheServer extends HttpServlet {
    static final String PATH = "/test/walls";
    private static final long serialVersionUID = 1L;

    private static volatile Walls standing = Walls.ALL_THREE;

    static Walls standing() {
        return standing;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        standing = Walls.valueOf(request.getParameter("standing"));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
