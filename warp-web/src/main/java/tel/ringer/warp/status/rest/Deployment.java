package tel.ringer.warp.status.rest;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether the whole application has come up on this node. */
@ApplicationScoped
public class Deployment {
    private volatile boolean complete;

    void completed() {
        complete = true;
    }

    boolean isComplete() {
        return complete;
    }
}
