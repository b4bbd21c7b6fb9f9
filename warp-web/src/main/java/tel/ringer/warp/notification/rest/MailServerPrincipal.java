package tel.ringer.warp.notification.rest;

import jakarta.security.enterprise.CallerPrincipal;

/** The operator's own mail server. Nobody that the first wall knows, so that every other operation refuses it. */
public class MailServerPrincipal extends CallerPrincipal {
    private static final long serialVersionUID = 1L;

    public MailServerPrincipal() {
        super("mail-server");
    }
}
