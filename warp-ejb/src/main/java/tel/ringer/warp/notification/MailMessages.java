package tel.ringer.warp.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes mails as they go over the wire: two alternatives, the plain one first, every header encoded. */
@ApplicationScoped
class MailMessages {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private String from;
    private boolean followedBySendGrid;
    private Clock clock;

    /** For proxies alone. */
    @SuppressWarnings("NullAway.Init")
    protected MailMessages() {}

    /** @param webhookKey present if SendGrid reports what becomes of mails */
    @Inject
    MailMessages(
            @ConfigProperty(name = "warp.mail.from") String from,
            @ConfigProperty(name = "warp.sendgrid.webhook-key") Optional<String> webhookKey,
            Clock clock) {
        this.from = from;
        this.followedBySendGrid = webhookKey.isPresent();
        this.clock = clock;
    }

    MimeMessage write(Session session, PreparedMail prepared) throws MessagingException {
        Mail mail = prepared.mail();
        InternetAddress sender = sender();
        MimeMessage message = withId(session, MessageId.of(prepared.messageId(), domainOf(sender)));
        message.setFrom(sender);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        if (mail.replyTo().isPresent()) {
            message.setReplyTo(
                    new InternetAddress[] {new InternetAddress(mail.replyTo().get(), true)});
        }
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (followedBySendGrid) {
            message.setHeader("X-SMTPAPI", argumentsForSendGrid(prepared.messageId()));
        }
        message.setContent(alternatives(mail));
        message.saveChanges();
        return message;
    }

    private static MimeMessage withId(Session session, String id) {
        return new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
    }

    /** A name in the setting may have any letters; a header has only encoded ones (RFC 2047). */
    private InternetAddress sender() throws MessagingException {
        InternetAddress sender = new InternetAddress(from, true);
        try {
            sender.setPersonal(sender.getPersonal(), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every JVM knows UTF-8", e);
        }
        return sender;
    }

    /** Comes back with each event of the mail; SendGrid takes the header away. */
    private static String argumentsForSendGrid(UUID mail) {
        return "{\"unique_args\":{\"warp_mail_id\":\"" + mail + "\"}}";
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
