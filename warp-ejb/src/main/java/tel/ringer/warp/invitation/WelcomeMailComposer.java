package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.notification.Mail;
import tel.ringer.warp.notification.MailComposer;
import tel.ringer.warp.notification.MailKind;
import tel.ringer.warp.notification.MailNews;

/** Greets whoever has accepted. Nothing waits for this mail, so nothing is done when it can't be delivered. */
@ApplicationScoped
class WelcomeMailComposer implements MailComposer {
    @Inject
    private InvitationRepository repository;

    @Inject
    private InvitationMails mails;

    @Inject
    private InvitedAddresses invited;

    @Override
    public MailKind kind() {
        return MailKind.WELCOME;
    }

    @Override
    public boolean isWanted(UUID subject, Instant queuedAt) {
        return wanted(subject).isPresent();
    }

    @Override
    public Optional<Mail> compose(CustomerId customer, UUID subject) {
        return wanted(subject).flatMap(mails::welcome);
    }

    /** Whoever had access to a customer that is closed has none. */
    private Optional<InvitationDetails> wanted(UUID subject) {
        return repository.find(new InvitationId(subject)).filter(details -> !details.customer()
                .isClosed());
    }

    @Override
    public Map<UUID, String> recipients(CustomerScope scope, Collection<UUID> subjects) {
        return invited.shownTo(scope, subjects);
    }

    @Override
    public void hear(MailNews news) {}
}
