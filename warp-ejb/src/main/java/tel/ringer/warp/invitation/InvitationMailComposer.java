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
import tel.ringer.warp.notification.DeliveryStatus;
import tel.ringer.warp.notification.Mail;
import tel.ringer.warp.notification.MailComposer;
import tel.ringer.warp.notification.MailKind;
import tel.ringer.warp.notification.MailNews;
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
    private InvitedAddresses invited;

    @Inject
    private DatabaseClock clock;

    @Override
    public MailKind kind() {
        return MailKind.INVITATION;
    }

    @Override
    public boolean isWanted(UUID subject, Instant queuedAt) {
        return pending(subject)
                .filter(details -> !details.invitation().wasResentAfter(queuedAt))
                .isPresent();
    }

    @Override
    public Optional<Mail> compose(CustomerId customer, UUID subject) {
        return pending(subject).flatMap(this::compose);
    }

    private Optional<InvitationDetails> pending(UUID subject) {
        return repository
                .find(new InvitationId(subject))
                .filter(details -> details.status() == InvitationStatus.PENDING);
    }

    private Optional<Mail> compose(InvitationDetails details) {
        InvitationToken token = InvitationToken.mint();
        repository.add(MintedToken.of(token, details.invitation(), clock.now()));
        return mails.invitation(details, token);
    }

    @Override
    public Map<UUID, String> recipients(CustomerScope scope, Collection<UUID> subjects) {
        return invited.shownTo(scope, subjects);
    }

    @Override
    public void hear(MailNews news) {
        repository
                .lock(new InvitationId(news.subject()))
                .filter(invitation -> invitation.hear(news, clock.now()))
                .ifPresent(invitation -> happened(news.status())
                        .ifPresent(happened -> audit.record(
                                DELIVERY,
                                invitation,
                                happened,
                                news.reason()
                                        .map(text -> Map.of("reason", text))
                                        .orElse(Map.of()))));
    }

    /** Whoever queues a mail tells of it. */
    private static Optional<String> happened(DeliveryStatus status) {
        return switch (status) {
            case QUEUED -> Optional.empty();
            case SENT -> Optional.of("sent");
            case DELIVERED -> Optional.of("delivered");
            case BOUNCED -> Optional.of("bounced");
            case FAILED -> Optional.of("delivery_failed");
        };
    }
}
