package tel.ringer.warp.limit.rest;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import tel.ringer.warp.address.Proxies;
import tel.ringer.warp.http.rest.WrongSettings;
import tel.ringer.warp.limit.Limits;

/** Reads the settings when WARP starts, not when somebody comes. */
@WebListener
public class LimitsListener implements ServletContextListener {
    @Inject
    private Limits limits;

    @Inject
    private Proxies proxies;

    @Inject
    private ExemptAddresses exempt;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        WrongSettings.endTheStart(() -> {
            limits.start();
            proxies.start();
            exempt.start();
        });
    }
}
