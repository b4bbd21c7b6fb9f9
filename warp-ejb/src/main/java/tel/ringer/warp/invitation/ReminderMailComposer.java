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
import tel.ringer.warp.time.DatabaseClock;

/**
 * Writes reminders. Nobody knows the token of the first mail any more: a reminder has one of its own, of the same link,
 * and both work.
 */
@ApplicationScoped
class ReminderMailComposer implements MailComposer {
    @Inject
    private InvitationRepository repository;

    @Inject
    private InvitationMails mails;

    @Inject
    private InvitedAddresses invited;

    @Inject
    private DatabaseClock clock;

    @Override
    public MailKind kind() {
        return MailKind.REMINDER;
    }

    @Override
    public boolean isWanted(UUID subject, Instant queuedAt) {
        return wanted(subject).isPresent();
    }

    @Override
    public Optional<Mail> compose(CustomerId customer, UUID subject) {
        return wanted(subject).flatMap(this::compose);
    }

    /** Not any more if a new link was sent since. */
    private Optional<InvitationDetails> wanted(UUID subject) {
        return repository
                .find(new InvitationId(subject))
                .filter(details -> details.status() == InvitationStatus.PENDING)
                .filter(details -> details.invitation().reminder().isTaken());
    }

    private Optional<Mail> compose(InvitationDetails details) {
        InvitationToken token = InvitationToken.mint();
        repository.add(MintedToken.of(token, details.invitation(), clock.now()));
        return mails.reminder(details, token);
    }

    @Override
    public Map<UUID, String> recipients(CustomerScope scope, Collection<UUID> subjects) {
        return invited.shownTo(scope, subjects);
    }

    /** The delivery of an invitation is that of the mail with its link. */
    @Override
    public void hear(MailNews news) {}
}
