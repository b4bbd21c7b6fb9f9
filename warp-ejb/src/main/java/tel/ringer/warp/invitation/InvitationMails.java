package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.access.UserTypes;
import tel.ringer.warp.notification.Mail;
import tel.ringer.warp.template.Templates;

/** What the mails about invitations say. */
@ApplicationScoped
class InvitationMails {
    private static final DateTimeFormatter WITH_ZONE = DateTimeFormatter.ofPattern(
                    "EEEE, d MMMM yyyy 'at' HH:mm 'UTC'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final Templates TEMPLATES = new Templates(InvitationMails.class);

    @Inject
    private UserTypes userTypes;

    @Inject
    @ConfigProperty(name = "warp.public-url")
    private String publicUrl;

    /** The only place where a token is in clear. */
    Optional<Mail> invitation(InvitationDetails details, InvitationToken token) {
        Invitation invitation = details.invitation();
        Map<String, Object> model = new HashMap<>();
        model.put("link", publicUrl + "/invitations/" + token.inClear());
        model.put("expiry", WITH_ZONE.format(invitation.expiresAt()));
        model.put("message", invitation.message().orElse(""));
        return mail("invitation", "You are invited to " + company(details), details, model);
    }

    Optional<Mail> welcome(InvitationDetails details) {
        Map<String, Object> model = new HashMap<>();
        model.put("link", publicUrl);
        return mail("welcome", "Welcome to " + company(details), details, model);
    }

    private Optional<Mail> mail(String template, String subject, InvitationDetails details, Map<String, Object> model) {
        return userTypes.find(details.invitation().userTypeId()).map(type -> {
            describe(model, details, type);
            return new Mail(
                    details.invitation().email().deliverable(),
                    subject,
                    TEMPLATES.render(template + ".ftl", model),
                    TEMPLATES.render(template + ".ftlh", model));
        });
    }

    private static void describe(Map<String, Object> model, InvitationDetails details, UserType type) {
        model.put("company", company(details));
        model.put("ban", details.customer().ban().value());
        model.put("inviter", PlainText.name(details.invitation().invitedByName()));
        model.put("userType", PlainText.name(type.displayName()));
        model.put("allows", PlainText.line(type.description()).orElse(""));
        model.put("role", details.invitation().role().name().toLowerCase(Locale.ROOT));
    }

    private static String company(InvitationDetails details) {
        return PlainText.name(details.customer().companyName());
    }
}
