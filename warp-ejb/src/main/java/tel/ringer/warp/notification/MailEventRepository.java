package tel.ringer.warp.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads and writes what happened to mails. */
@ApplicationScoped
class MailEventRepository {
    @PersistenceContext
    private EntityManager entities;

    void add(MailEvent event) {
        entities.persist(event);
    }

    /** In the order in which it happened. */
    Map<UUID, List<MailStep>> stepsOf(Collection<UUID> mails) {
        return entities.createQuery("select e from MailEvent e where e.mailId in :mails", MailEvent.class)
                .setParameter("mails", mails)
                .getResultStream()
                .sorted(MailEvent.AS_IT_HAPPENED)
                .collect(groupingBy(MailEvent::mailId, mapping(MailEvent::toStep, toList())));
    }

    /** How those outside name what they have reported of the mail. */
    List<String> sourcesOf(UUID mail) {
        return entities.createQuery(
                        "select e.sourceId from MailEvent e where e.mailId = :mail and e.sourceId is not null",
                        String.class)
                .setParameter("mail", mail)
                .getResultList();
    }
}
