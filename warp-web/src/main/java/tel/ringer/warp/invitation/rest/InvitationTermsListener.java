package tel.ringer.warp.invitation.rest;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import tel.ringer.warp.http.rest.WrongSettings;
import tel.ringer.warp.invitation.PlatformTerms;

/** Reads the platform's terms when WARP starts, not when somebody invites. */
@WebListener
public class InvitationTermsListener implements ServletContextListener {
    @Inject
    private PlatformTerms terms;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        WrongSettings.endTheStart(terms::start);
    }
}
