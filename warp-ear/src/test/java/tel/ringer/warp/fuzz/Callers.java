package tel.ringer.warp.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import tel.ringer.warp.attack.Ids;
import tel.ringer.warp.attack.Territory;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Person;

/** Who sends the requests, and with what they would succeed. */
final class Callers {
    private static final String DSN = "POST /webhooks/dsn";

    private final Ids ids;
    private final Map<String, String> tokens;

    /** Settles a company of its own, all of whose mails are on their way when this returns. */
    Callers() {
        Territory territory = Territory.settle(1);
        Person staff = World.superAdmin();
        Person guest = World.person();
        String invited = World.newEmail();
        World.invite(staff.api(), territory.companies().get(0), invited);
        ids = territory
                .ids()
                .replacing(Map.of(
                        "token",
                                List.of(
                                        World.tokenMailedTo(invited),
                                        UUID.randomUUID().toString()),
                        "idToken", List.of(World.idToken(invited), guest.idToken()),
                        "refreshToken", List.of(guest.signIn().getString("refresh_token")),
                        "newEmail", List.of(World.newEmail(), World.newEmail(), World.newEmail()),
                        "newUserType", List.of("fuzzed"),
                        "userType", List.of("viewer")));
        Person owner = territory.administrator();
        tokens = Map.of(
                "superAdmin", staff.signIn().getString("access_token"),
                "owner", owner.signIn().getString("access_token"),
                "API key",
                        World.apiKey(owner.api(), territory.companies().get(0), "customer_admin")
                                .getString("key"));
        territory.awaitDelivery();
    }

    /** As somebody who may have it, mostly. */
    Draft draft(Operation operation, String caller, Random dice) {
        Draft draft = new Draft(operation, name -> ids.pick(name, dice));
        draft.head("Accept", "application/json");
        String token = operation.route().toString().equals(DSN) ? PartsForTests.DSN_TOKEN : tokens.get(caller);
        if (token != null) {
            draft.head("Authorization", "Bearer " + token);
        }
        if (operation.body().isPresent()) {
            draft.head("Content-Type", operation.mediaType());
            draft.head("Sec-Fetch-Site", "same-origin");
        }
        if (operation.knows("If-Match")) {
            draft.head("If-Match", "*");
        }
        if (operation.knows("Idempotency-Key")) {
            draft.head("Idempotency-Key", new UUID(dice.nextLong(), dice.nextLong()).toString());
        }
        if (operation.isDryRun()) {
            draft.ask("dryRun=true");
        }
        return draft;
    }

    static String any(Random dice) {
        return Defect.any(List.of("superAdmin", "superAdmin", "owner", "owner", "API key", "nobody"), dice);
    }
}
