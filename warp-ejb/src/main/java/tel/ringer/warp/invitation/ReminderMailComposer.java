package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.notification.Mail;
import tel.ringer.warp.notification.MailComposer;
import tel.ringer.warp.notification.MailKind;
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
    private DatabaseClock clock;

    @Override
    public MailKind kind() {
        return MailKind.REMINDER;
    }

    /** Not wanted any more if a new link was sent since. */
    @Override
    public Optional<Mail> compose(CustomerId customer, UUID subject) {
        return repository
                .find(new InvitationId(subject))
                .filter(details -> details.status() == InvitationStatus.PENDING)
                .filter(details -> details.invitation().reminder().isTaken())
                .flatMap(this::compose);
    }

    private Optional<Mail> compose(InvitationDetails details) {
        InvitationToken token = InvitationToken.mint();
        repository.add(MintedToken.of(token, details.invitation(), clock.now()));
        return mails.reminder(details, token);
    }

    @Override
    public void sent(UUID subject) {}

    @Override
    public void failed(UUID subject, String reason) {}
}
