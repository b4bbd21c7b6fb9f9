package tel.ringer.warp.limit.rest;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.address.Proxies;
import tel.ringer.warp.http.rest.OriginSetting;
import tel.ringer.warp.http.rest.WrongSettings;
import tel.ringer.warp.limit.Limits;

/**
 * Reads the settings when WARP starts, not when somebody comes. Here rather than in the filters: a filter that can't
 * be made does not end the start, the server leaves it out.
 */
@WebListener
public class LimitsListener implements ServletContextListener {
    @Inject
    private Limits limits;

    @Inject
    private Proxies proxies;

    @Inject
    private ExemptAddresses exempt;

    @Inject
    private OriginSetting origins;

    @Inject
    @ConfigProperty(name = "warp.http.largest-body")
    private long largestBody;

    @Inject
    @ConfigProperty(name = "warp.http.largest-upload")
    private long largestUpload;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        WrongSettings.endTheStart(
                limits::start,
                proxies::start,
                exempt::start,
                origins::start,
                () -> requireRoom("warp.http.largest-body", largestBody),
                () -> requireRoom("warp.http.largest-upload", largestUpload));
    }

    private static void requireRoom(String setting, long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException(setting + ": at least 1, not " + bytes);
        }
    }
}
