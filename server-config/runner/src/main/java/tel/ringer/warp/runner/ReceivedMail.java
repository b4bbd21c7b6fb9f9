package tel.ringer.warp.runner;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * A mail as its reader sees it.
 *
 * @param from who wrote it
 * @param recipients everybody it was delivered to
 * @param subject its subject, decoded; empty if it has none
 * @param text its text/plain part, decoded; empty if it has none
 * @param message everything else
 */
public record ReceivedMail(String from, List<String> recipients, String subject, String text, MimeMessage message) {

    public ReceivedMail {
        recipients = List.copyOf(recipients);
    }

    static ReceivedMail of(MimeMessage message, List<String> recipients) throws MessagingException, IOException {
        return new ReceivedMail(
                Objects.requireNonNullElse(message.getHeader("From", ", "), ""),
                recipients,
                Objects.requireNonNullElse(message.getSubject(), ""),
                plainText(message),
                message);
    }

    /** The mail for people: headers, an empty line, the text. */
    public String readable() {
        return "From: %s%nTo: %s%nSubject: %s%n%n%s%n"
                .formatted(from, String.join(", ", recipients), subject, text.strip());
    }

    private static String plainText(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                String text = plainText(parts.getBodyPart(index));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
