package tel.ringer.warp.http.rest;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import tel.ringer.warp.setting.Settings;

/**
 * Has all settings checked when WARP starts. Here rather than where they are used: a filter that can't be made does not
 * end the start, the server leaves it out.
 */
@WebListener
public class SettingsListener implements ServletContextListener {
    @Inject
    private Instance<Settings> settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        WrongSettings.endTheStart(settings);
    }
}
