package tel.ringer.warp.notification;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands mails to the SMTP relay. */
@ApplicationScoped
class MailRelay {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    @Resource(lookup = "java:app/mail/warp")
    private Session session;

    @Inject
    @ConfigProperty(name = "warp.mail.from")
    private String from;

    @Inject
    private Clock clock;

    /** An open connection, to be closed by the caller. */
    Transport connect() throws MessagingException {
        Transport transport = session.getTransport();
        transport.connect();
        return transport;
    }

    void send(Transport transport, PreparedMail prepared) throws MessagingException {
        Message message = message(prepared);
        transport.sendMessage(message, message.getAllRecipients());
    }

    private Message message(PreparedMail prepared) throws MessagingException {
        Mail mail = prepared.mail();
        InternetAddress sender = new InternetAddress(from, true);
        String id = "<" + prepared.id() + "@" + domainOf(sender) + ">";
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(sender);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        if (mail.replyTo().isPresent()) {
            message.setReplyTo(
                    new InternetAddress[] {new InternetAddress(mail.replyTo().get(), true)});
        }
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(alternatives(mail));
        message.saveChanges();
        return message;
    }

    private static MimeMultipart alternatives(Mail mail) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static String domainOf(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }
}
