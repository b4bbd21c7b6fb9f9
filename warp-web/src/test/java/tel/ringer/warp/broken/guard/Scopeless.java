package tel.ringer.warp.broken.guard;

import jakarta.ejb.Stateless;
import tel.ringer.warp.access.CustomerGuarded;

/** Wrong on purpose: guarded, but for whom? */
@Stateless
@CustomerGuarded
public class Scopeless {
    public void work(String text) {}
}
