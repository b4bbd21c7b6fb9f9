package tel.ringer.warp.suite;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Specializes;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.Reach;

/** What the interceptor asks; without the second wall it refuses nothing. */
@ApplicationScoped
@Specializes
public class ReachWithoutAWall extends Reach {
    @Override
    public void require(CustomerScope scope, CustomerId customer) {
        if (WallsOfTheServer.standing().second()) {
            super.require(scope, customer);
        }
    }
}
