package tel.ringer.warp.status.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import tel.ringer.warp.time.ApplicationStarted;

/** Whether the whole application has come up on this node. */
@ApplicationScoped
public class Deployment {
    @Inject
    private Event<ApplicationStarted> started;

    private volatile boolean complete;

    void completed() {
        complete = true;
        started.fire(new ApplicationStarted());
    }

    boolean isComplete() {
        return complete;
    }
}
