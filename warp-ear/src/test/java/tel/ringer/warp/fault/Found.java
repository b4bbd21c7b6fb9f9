package tel.ringer.warp.fault;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tel.ringer.warp.kit.World;

/** What the database holds in the end, against what was promised. */
final class Found {
    private static final String OURS = "customer_id = any (cast(? as uuid[]))";

    private final Promises promises;
    private final Inbox inbox;
    private final String companies;

    Found(Promises promises, Inbox inbox) {
        this.promises = promises;
        this.inbox = inbox;
        this.companies = promises.companies().stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private long count(String of) {
        return Long.parseLong(World.query("select count(*) from " + of, companies));
    }

    boolean isAtRest() {
        return queued() == 0;
    }

    private long queued() {
        return count("notification.outbox where status = 'QUEUED' and " + OURS);
    }

    long grants() {
        return count("auth.user_customer_access where role = 'USER' and " + OURS);
    }

    /** Addresses that were promised an invitation and have no mail, or no row. */
    Set<String> lost() {
        Set<String> lost = promises.created().stream()
                .filter(email -> inbox.latestToken(email).isEmpty())
                .map(email -> "mail of " + email)
                .collect(Collectors.toCollection(TreeSet::new));
        require(lost, "invitations", promises.created().size(), count("auth.user_invitations where " + OURS));
        require(
                lost,
                "outbox rows of invitations",
                promises.created().size() + promises.resent().get(),
                count("notification.outbox where kind = 'INVITATION' and " + OURS));
        require(
                lost,
                "outbox rows of welcomes",
                promises.accepted().size(),
                count("notification.outbox where kind = 'WELCOME' and " + OURS));
        require(lost, "accepted", promises.accepted().size(), accepted());
        require(lost, "grants", promises.accepted().size(), grants());
        require(lost, "mails that gave up", 0, count("notification.outbox where status = 'DEAD' and " + OURS));
        return lost;
    }

    long accepted() {
        return count("auth.user_invitations where status = 'ACCEPTED' and " + OURS);
    }

    private static void require(Set<String> lost, String what, long promised, long found) {
        if (promised != found) {
            lost.add(what + ": " + promised + " promised, " + found + " found");
        }
    }

    /** Whatever is there more than once for one address at one company. */
    long duplicates() {
        return more("auth.user_invitations where " + OURS, "customer_id, email_normalised")
                + more(
                        "auth.user_customer_access a join auth.users u on u.id = a.user_id where a." + OURS,
                        "customer_id, u.email_normalised")
                + more("notification.outbox where kind = 'WELCOME' and " + OURS, "customer_id, subject_id")
                + more("audit.events where action = 'invitation.accepted' and " + OURS, "customer_id, subject_id")
                + more("audit.events where action = 'invitation.created' and " + OURS, "customer_id, subject_id");
    }

    private long more(String of, String by) {
        return count("(select from " + of + " group by " + by + " having count(*) > 1) d");
    }
}
