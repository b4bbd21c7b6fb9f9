package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.notification.Mail;
import tel.ringer.warp.notification.MailComposer;
import tel.ringer.warp.notification.MailKind;
import tel.ringer.warp.time.DatabaseClock;

/** Mints the link's token when the mail is dispatched, so that not even the outbox holds it. */
@ApplicationScoped
class InvitationMailComposer implements MailComposer {
    private static final CustomerScope.System DELIVERY = new CustomerScope.System("mail-delivery");

    @Inject
    private InvitationRepository repository;

    @Inject
    private InvitationMails mails;

    @Inject
    private InvitationAudit audit;

    @Inject
    private DatabaseClock clock;

    @Override
    public MailKind kind() {
        return MailKind.INVITATION;
    }

    @Override
    public Optional<Mail> compose(CustomerId customer, UUID subject) {
        return repository
                .find(new InvitationId(subject))
                .filter(details -> details.status() == InvitationStatus.PENDING)
                .flatMap(this::compose);
    }

    private Optional<Mail> compose(InvitationDetails details) {
        InvitationToken token = InvitationToken.mint();
        repository.add(MintedToken.of(token, details.invitation(), clock.now()));
        return mails.invitation(details, token);
    }

    @Override
    public void sent(UUID subject) {
        repository.lock(new InvitationId(subject)).ifPresent(invitation -> {
            invitation.linkSent(clock.now());
            audit.record(DELIVERY, invitation, "sent", Map.of());
        });
    }

    @Override
    public void failed(UUID subject, String reason) {
        repository.lock(new InvitationId(subject)).ifPresent(invitation -> {
            invitation.linkFailed(reason);
            audit.record(DELIVERY, invitation, "delivery_failed", Map.of("reason", reason));
        });
    }
}
