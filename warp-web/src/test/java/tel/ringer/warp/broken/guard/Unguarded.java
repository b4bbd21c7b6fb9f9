package tel.ringer.warp.broken.guard;

import jakarta.ejb.Stateless;
import tel.ringer.warp.access.CustomerScope;

/** Wrong on purpose: a use case that no guard stands before. */
@Stateless
public class Unguarded {
    public void work(CustomerScope scope) {}
}
