package tel.ringer.warp.notification.rest;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import tel.ringer.warp.http.rest.WrongSettings;

/** Reads the settings when WARP starts, not when the first report comes, which nobody would miss. */
@WebListener
public class WebhookListener implements ServletContextListener {
    @Inject
    private WebhookSettings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        WrongSettings.endTheStart(settings::start);
    }
}
