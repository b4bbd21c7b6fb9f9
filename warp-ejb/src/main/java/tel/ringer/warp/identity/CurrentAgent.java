package tel.ringer.warp.identity;

import jakarta.enterprise.context.RequestScoped;

/** The browser or program that sent the running request, as it names itself; stays blank in a timer. */
@RequestScoped
public class CurrentAgent {
    private String name = "";

    public void arrived(String userAgent) {
        name = userAgent;
    }

    String name() {
        return name;
    }
}
