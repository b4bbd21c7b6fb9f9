package tel.ringer.warp.broken.guard;

import jakarta.ejb.Stateless;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;

/** Wrong on purpose: the container refuses to call what is not public. */
@Stateless
@CustomerGuarded
public class Hidden {
    void work(CustomerScope scope) {}
}
