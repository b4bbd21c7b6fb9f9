package tel.ringer.warp.notification;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mail in which a mail server says what became of another (RFC 3464). Anybody can write one, so it counts by what it
 * names alone: the id of the mail, which only those know who had it.
 */
public final class DeliveryStatusNotification {
    private static final Session WITHOUT_SERVER = Session.getInstance(new Properties());
    private static final int MOST_RECIPIENTS = 50;
    private static final Pattern COMMENT = Pattern.compile("[\\s(].*", Pattern.DOTALL);

    private final String source;
    private final List<InternetHeaders> groups;
    private final Optional<UUID> mail;

    private DeliveryStatusNotification(String source, List<InternetHeaders> groups, Optional<UUID> mail) {
        this.source = source;
        this.groups = groups;
        this.mail = mail;
    }

    /** What it says; nothing if it is something else, or broken, or about a mail that it does not name. */
    public static List<MailReport> read(byte[] message, Instant now) {
        try {
            return parse(new MimeMessage(WITHOUT_SERVER, new ByteArrayInputStream(message)))
                    .map(notification -> notification.reports(now))
                    .orElse(List.of());
        } catch (MessagingException | IOException malformed) {
            return List.of();
        }
    }

    private static Optional<DeliveryStatusNotification> parse(MimeMessage message)
            throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report")) {
            return Optional.empty();
        }
        List<InternetHeaders> groups = new ArrayList<>();
        List<InternetHeaders> returned = new ArrayList<>();
        MimeMultipart parts = new MimeMultipart(new MimePartDataSource(message));
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                groups.addAll(groups(part.getInputStream()));
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                returned.add(new InternetHeaders(part.getInputStream()));
            }
        }
        String name = Optional.ofNullable(message.getMessageID()).orElse("");
        return Optional.of(new DeliveryStatusNotification("dsn " + name, groups, mail(groups, returned)));
    }

    /** The fields of the report come in groups, with empty lines between them: the first is about all recipients. */
    private static List<InternetHeaders> groups(InputStream report) throws MessagingException, IOException {
        InputStream fields = new ByteArrayInputStream(report.readAllBytes());
        List<InternetHeaders> groups = new ArrayList<>();
        while (fields.available() > 0 && groups.size() <= MOST_RECIPIENTS) {
            InternetHeaders group = new InternetHeaders(fields);
            if (group.getAllHeaders().hasMoreElements()) {
                groups.add(group);
            }
        }
        return groups;
    }

    private static Optional<UUID> mail(List<InternetHeaders> groups, List<InternetHeaders> returned) {
        return Stream.concat(
                        returned.stream().flatMap(headers -> field(headers, "Message-ID").stream()),
                        groups.stream().flatMap(headers -> field(headers, "Original-Envelope-Id").stream()))
                .flatMap(id -> MessageId.mailOf(id).stream())
                .findFirst();
    }

    private static Optional<String> field(InternetHeaders headers, String name) {
        return Optional.ofNullable(headers.getHeader(name, null));
    }

    private List<MailReport> reports(Instant now) {
        List<InternetHeaders> recipients = groups.stream()
                .filter(group -> field(group, "Action").isPresent())
                .toList();
        return mail.stream()
                .flatMap(known -> recipients.stream()
                        .flatMap(recipient -> report(known, recipient, recipients.size() == 1, now).stream()))
                .toList();
    }

    /** @param alone behind one address there may be many, of whom one that is gone says little */
    private Optional<MailReport> report(UUID known, InternetHeaders recipient, boolean alone, Instant now) {
        Optional<EnhancedStatus> status = field(recipient, "Status").flatMap(EnhancedStatus::parse);
        return kind(recipient)
                .filter(kind -> status.isPresent())
                .map(kind -> new MailReport(
                        known,
                        source + " " + kind + " "
                                + field(recipient, "Final-Recipient").orElse(""),
                        address(recipient),
                        new MailStep(
                                kind, now, field(recipient, "Diagnostic-Code").or(() -> field(recipient, "Status"))),
                        status.filter(said -> kind == MailEventKind.BOUNCED && alone && said.saysThatTheAddressIsDead())
                                .map(said -> SuppressionReason.BOUNCED)));
    }

    /** Whom WARP wrote to, or else the one that the mail got to (RFC 3464, sections 2.3.1 and 2.3.2). */
    private static Optional<String> address(InternetHeaders recipient) {
        return field(recipient, "Original-Recipient")
                .or(() -> field(recipient, "Final-Recipient"))
                .map(named -> named.substring(named.indexOf(';') + 1).strip());
    }

    /** RFC 3464, section 2.3.3. What was passed on without further word says nothing. */
    private static Optional<MailEventKind> kind(InternetHeaders recipient) {
        String action = field(recipient, "Action").orElse("").strip().toLowerCase(Locale.ROOT);
        return switch (COMMENT.matcher(action).replaceFirst("")) {
            case "failed" -> Optional.of(MailEventKind.BOUNCED);
            case "delayed" -> Optional.of(MailEventKind.DEFERRED);
            case "delivered" -> Optional.of(MailEventKind.DELIVERED);
            default -> Optional.empty();
        };
    }
}
