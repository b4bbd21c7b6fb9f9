package tel.ringer.warp.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MailSessionDefinition;

/** Defines the session with the SMTP relay; the server expands {@code ${ENV=name:default}}. Time-outs in ms. */
@ApplicationScoped
@MailSessionDefinition(
        name = "java:app/mail/warp",
        host = "${ENV=WARP_SMTP_HOST:localhost}",
        user = "${ENV=WARP_SMTP_USER:}",
        password = "${ENV=WARP_SMTP_PASSWORD:}",
        transportProtocol = "smtp",
        properties = {
            "mail.smtp.port=${ENV=WARP_SMTP_PORT:25}",
            "mail.smtp.auth=${ENV=WARP_SMTP_AUTH:false}",
            "mail.smtp.starttls.enable=${ENV=WARP_SMTP_STARTTLS:false}",
            "mail.smtp.starttls.required=${ENV=WARP_SMTP_STARTTLS:false}",
            "mail.smtp.ssl.checkserveridentity=true",
            "mail.smtp.connectiontimeout=5000",
            "mail.smtp.timeout=10000",
            "mail.smtp.writetimeout=10000"
        })
class WarpMailSession {}
