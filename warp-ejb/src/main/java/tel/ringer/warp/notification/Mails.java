package tel.ringer.warp.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.problem.ProblemException;

/** Mails, as those follow them who manage what they tell of. */
@Stateless
@CustomerGuarded
public class Mails {
    @Inject
    private OutboxRepository repository;

    @Inject
    private MailEventRepository events;

    /**
     * The mails about one thing, oldest first.
     *
     * @throws ProblemException not found: whatever mails tell of has had one from the beginning
     */
    public List<FollowedMail> about(CustomerScope scope, UUID subject) {
        List<OutboxMail> mails = repository.about(subject);
        if (mails.isEmpty()) {
            throw ProblemException.notFound();
        }
        Map<UUID, List<MailStep>> steps =
                events.stepsOf(mails.stream().map(OutboxMail::id).toList());
        return mails.stream()
                .map(mail -> FollowedMail.of(mail, steps.getOrDefault(mail.id(), List.of())))
                .toList();
    }
}
