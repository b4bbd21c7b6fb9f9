package tel.ringer.warp.isolation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view over tables of customers or people that the login may read.
 *
 * @param securityInvoker whether it reads with the login's rights, and so within the policies
 * @param unsetSees rows that come through without any claim; null if the login may not even ask
 * @param strangerSees rows for somebody who claims everything and holds nothing
 */
public record InspectedView(
        String name,
        String owner,
        boolean securityBarrier,
        boolean securityInvoker,
        List<String> tenantTables,
        @Nullable Long unsetSees,
        @Nullable Long strangerSees,
        List<String> reasons) {}
