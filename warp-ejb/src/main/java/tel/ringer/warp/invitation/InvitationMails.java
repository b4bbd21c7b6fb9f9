package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.access.UserTypes;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.notification.Mail;
import tel.ringer.warp.template.Templates;

/** What the mails about invitations say, in the language of the customer. */
@ApplicationScoped
class InvitationMails {
    private static final Templates TEMPLATES = new Templates(InvitationMails.class);

    @Inject
    private UserTypes userTypes;

    @Inject
    private InvitationTerms terms;

    @Inject
    @ConfigProperty(name = "warp.public-url")
    private String publicUrl;

    Optional<Mail> invitation(InvitationDetails details, InvitationToken token) {
        return mail("invitation", details, linked(details, token));
    }

    Optional<Mail> reminder(InvitationDetails details, InvitationToken token) {
        return mail("reminder", details, linked(details, token));
    }

    Optional<Mail> welcome(InvitationDetails details) {
        Map<String, Object> model = new HashMap<>();
        model.put("link", publicUrl);
        return mail("welcome", details, model);
    }

    /** The only place where a token is in clear. */
    private Map<String, Object> linked(InvitationDetails details, InvitationToken token) {
        Map<String, Object> model = new HashMap<>();
        String link = publicUrl + "/invitations/" + token.inClear();
        model.put("link", link);
        model.put("neverAgain", link + "/never-again");
        model.put("message", details.invitation().message().orElse(""));
        return model;
    }

    private Optional<Mail> mail(String template, InvitationDetails details, Map<String, Object> model) {
        InvitationSettings settings = terms.of(details.invitation().customerId());
        Locale locale = settings.language().locale();
        return userTypes.find(details.invitation().userTypeId()).map(type -> {
            describe(model, details, type);
            model.put(
                    "expiry", settings.language().dateTime(details.invitation().expiresAt()));
            return new Mail(
                    details.invitation().email().deliverable(),
                    settings.replyTo().map(EmailAddress::deliverable),
                    TEMPLATES.render(template + "-subject.ftl", locale, model).strip(),
                    TEMPLATES.render(template + ".ftl", locale, model),
                    TEMPLATES.render(template + ".ftlh", locale, model));
        });
    }

    private static void describe(Map<String, Object> model, InvitationDetails details, UserType type) {
        model.put("company", PlainText.name(details.customer().companyName()));
        model.put("ban", details.customer().ban().value());
        model.put("inviter", PlainText.name(details.invitation().invitedByName()));
        model.put("userType", PlainText.name(type.displayName()));
        model.put("allows", PlainText.line(type.description()).orElse(""));
        model.put("role", details.invitation().role().name().toLowerCase(Locale.ROOT));
    }
}
