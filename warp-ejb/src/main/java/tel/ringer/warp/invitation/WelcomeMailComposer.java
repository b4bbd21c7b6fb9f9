package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.notification.Mail;
import tel.ringer.warp.notification.MailComposer;
import tel.ringer.warp.notification.MailKind;

/** Greets whoever has accepted. Nothing waits for this mail, so nothing is done when it can't be delivered. */
@ApplicationScoped
class WelcomeMailComposer implements MailComposer {
    @Inject
    private InvitationRepository repository;

    @Inject
    private InvitationMails mails;

    @Override
    public MailKind kind() {
        return MailKind.WELCOME;
    }

    @Override
    public Optional<Mail> compose(CustomerId customer, UUID subject) {
        return repository.find(new InvitationId(subject)).flatMap(mails::welcome);
    }

    @Override
    public void sent(UUID subject) {}

    @Override
    public void failed(UUID subject, String reason) {}
}
