package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserTypes;
import tel.ringer.warp.identity.Contacts;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.notification.Mail;
import tel.ringer.warp.notification.MailComposer;
import tel.ringer.warp.notification.MailKind;
import tel.ringer.warp.notification.MailNews;
import tel.ringer.warp.template.Templates;

/** Tells the inviter, who still must be able to invite, that somebody came too late. Nobody waits for this mail. */
@ApplicationScoped
class RenewalMailComposer implements MailComposer {
    private static final Templates TEMPLATES = new Templates(RenewalMailComposer.class);

    @Inject
    private InvitationRepository repository;

    @Inject
    private InvitedAddressRepository invited;

    @Inject
    private UserTypes userTypes;

    @Inject
    private Rank rank;

    @Inject
    private Contacts contacts;

    @Inject
    private InvitationTerms terms;

    @Inject
    @ConfigProperty(name = "warp.public-url")
    private String publicUrl;

    @Override
    public MailKind kind() {
        return MailKind.RENEWAL_REQUEST;
    }

    @Override
    public boolean isWanted(UUID subject, Instant queuedAt) {
        return wanted(subject).isPresent();
    }

    @Override
    public Optional<Mail> compose(CustomerId customer, UUID subject) {
        return wanted(subject)
                .flatMap(details ->
                        contacts.of(details.invitation().invitedBy()).map(inviter -> mail(details, inviter)));
    }

    private Optional<InvitationDetails> wanted(UUID subject) {
        return repository
                .find(new InvitationId(subject))
                .filter(details -> !details.customer().isClosed() && inviterMayInvite(details.invitation()));
    }

    private boolean inviterMayInvite(Invitation invitation) {
        return userTypes
                .find(invitation.userTypeId())
                .filter(type -> rank.stillAllows(invitation, type))
                .isPresent();
    }

    private Mail mail(InvitationDetails details, EmailAddress inviter) {
        Locale locale = terms.of(details.invitation().customerId()).language().locale();
        Map<String, Object> model = Map.of(
                "company", PlainText.name(details.customer().companyName()),
                "ban", details.customer().ban().value(),
                "email", details.invitation().email().written(),
                "link", publicUrl + "/dashboard/invitations/new");
        return new Mail(
                inviter.deliverable(),
                Optional.empty(),
                TEMPLATES.render("renewal-subject.ftl", locale, model).strip(),
                TEMPLATES.render("renewal.ftl", locale, model),
                TEMPLATES.render("renewal.ftlh", locale, model));
    }

    /** The inviters, as far as they are in reach. */
    @Override
    public Map<UUID, String> recipients(CustomerScope scope, Collection<UUID> subjects) {
        Map<UUID, String> recipients = new HashMap<>();
        invited.find(subjects).forEach(invitation -> contacts.of(invitation.invitedBy())
                .map(inviter -> scope instanceof CustomerScope.Granted ? inviter.masked() : inviter.deliverable())
                .ifPresent(inviter -> recipients.put(invitation.id().value(), inviter)));
        return recipients;
    }

    @Override
    public void hear(MailNews news) {}
}
