package tel.ringer.warp.fault;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import tel.ringer.warp.endtoend.Nodes;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** Invites for one company after the other, on any node; what gets no answer is asked again, with its key. */
final class Inviter {
    private static final int OF_ONE_COMPANY = 100;

    private final Nodes nodes;
    private final Inbox inbox;
    private final Promises promises;
    private final Random dice;
    private final Map<String, String> pending = new LinkedHashMap<>();
    private Company company;
    private String accessToken;
    private int invited;

    Inviter(Nodes nodes, Inbox inbox, Promises promises, long seed) {
        this.nodes = nodes;
        this.inbox = inbox;
        this.promises = promises;
        this.dice = new Random(seed);
        moveOn();
    }

    /** One request, of some kind. */
    void act() {
        if (invited == OF_ONE_COMPANY) {
            moveOn();
        }
        int what = dice.nextInt(10);
        if (what < 5 || pending.isEmpty()) {
            invite();
        } else if (what < 8) {
            accept();
        } else {
            resend();
        }
    }

    private void moveOn() {
        company = World.company();
        promises.companies().add(company.id());
        pending.clear();
        invited = 0;
        Person owner = World.member(company, "customer_admin", "OWNER");
        accessToken = ask(node -> node.exchange(owner.idToken())).json().getString("access_token");
    }

    private void invite() {
        String email = World.newEmail();
        String path = "/v1/admin/customers/" + company.id() + "/invitations";
        String key = UUID.randomUUID().toString();
        invited++;
        Answer answer = ask(node -> node.as(accessToken)
                .postWith(
                        path,
                        Map.of("Idempotency-Key", key),
                        Optional.of(World.invitation(email, "viewer", "USER").build())));
        if (answer.status() == 201) {
            promises.created().add(email);
            pending.put(email, answer.json().getString("id"));
        } else {
            promises.unexpected().add("create: " + answer.body());
        }
    }

    private void resend() {
        String id = pending.get(anyPending());
        String key = UUID.randomUUID().toString();
        Answer answer = ask(node -> node.as(accessToken)
                .postWith("/v1/admin/invitations/" + id + "/resend", Map.of("Idempotency-Key", key), Optional.empty()));
        if (answer.status() == 202) {
            promises.resent().incrementAndGet();
        } else {
            promises.unexpected().add("resend: " + answer.body());
        }
    }

    /** Whose answer was lost has accepted all the same; whose link was overtaken waits for the next. */
    private void accept() {
        String email = anyPending();
        Optional<String> token = inbox.latestToken(email);
        if (token.isEmpty()) {
            return;
        }
        String identity = World.idToken(email);
        Answer answer = ask(node -> node.accept(token.get(), identity));
        String code = answer.status() == 200 ? "" : answer.code();
        if (code.isEmpty() || code.equals("invitation_already_accepted")) {
            promises.accepted().add(email);
            pending.remove(email);
        } else if (!code.equals("invitation_superseded")) {
            promises.unexpected().add("accept: " + answer.body());
        }
    }

    private String anyPending() {
        List<String> emails = new ArrayList<>(pending.keySet());
        return emails.get(dice.nextInt(emails.size()));
    }

    private Answer ask(Function<Api, Answer> request) {
        return Await.until("an answer of any node", () -> {
            List<Api> ready = nodes.ready();
            try {
                Answer answer = request.apply(ready.get(dice.nextInt(ready.size())));
                if (answer.status() < 500) {
                    return Optional.of(answer);
                }
            } catch (UncheckedIOException gone) {
                // Whether it was done is not known: so it is asked again.
            }
            promises.asked().incrementAndGet();
            return Optional.empty();
        });
    }
}
