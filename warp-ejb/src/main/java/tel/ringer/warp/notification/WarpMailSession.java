package tel.ringer.warp.notification;

import jakarta.ejb.Singleton;
import jakarta.mail.MailSessionDefinition;

/** Defines the session with the SMTP relay; the server expands {@code ${MPCONFIG=name:default}}. Time-outs in ms. */
@Singleton // in the JAR of an EAR, the server reads definitions from EJBs alone
@MailSessionDefinition(
        name = "java:app/mail/warp",
        host = "${MPCONFIG=warp.smtp.host:localhost}",
        user = "${MPCONFIG=warp.smtp.user:}",
        password = "${MPCONFIG=warp.smtp.password:}",
        transportProtocol = "smtp",
        properties = {
            "mail.debug=false",
            "mail.smtp.port=${MPCONFIG=warp.smtp.port:25}",
            "mail.smtp.auth=${MPCONFIG=warp.smtp.auth:false}",
            "mail.smtp.starttls.enable=${MPCONFIG=warp.smtp.starttls:false}",
            "mail.smtp.starttls.required=${MPCONFIG=warp.smtp.starttls:false}",
            "mail.smtp.ssl.checkserveridentity=true",
            "mail.smtp.connectiontimeout=5000",
            "mail.smtp.timeout=10000",
            "mail.smtp.writetimeout=10000",
            // What comes back holds the headers alone: the text of a mail has the link.
            "mail.smtp.dsn.ret=HDRS"
        })
public class WarpMailSession {}
