package tel.ringer.warp.attack;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import tel.ringer.warp.kit.TokenKeys;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** The people behind the callers, and their tokens, good and bad. */
final class Cast {
    final Person staff = World.person("viewer");
    final Person scopedAdmin = World.person("admin");
    final Person customerAdmin;
    final Person viewer;
    final Person ofTwo = World.person();
    private final Person deactivated;
    private final Person victim;
    private final String apiKey;
    private final String sessionOfDeactivated;
    private final String sessionOfVictim;

    /**
     * @param home of most of them
     * @param managed where the person of two customers is administrator
     * @param seen where that person only looks
     * @param victim as whom forgers would like to pass
     */
    Cast(Company home, Company managed, Company seen, Person victim) {
        World.grant(scopedAdmin, home, null, "ADMIN");
        customerAdmin = World.member(home, "customer_admin", "OWNER");
        viewer = World.member(home, "viewer", "USER");
        World.grant(ofTwo, managed, "customer_admin", "OWNER");
        World.grant(ofTwo, seen, "viewer", "USER");
        apiKey = World.apiKey(customerAdmin.api(), home, "customer_admin").getString("key");
        deactivated = World.member(home, "customer_admin", "ADMIN");
        this.victim = victim;
        sessionOfDeactivated = TokenKeys.claim(token(deactivated), "sid");
        sessionOfVictim = TokenKeys.claim(token(victim), "sid");
        World.update("update auth.users set status = 'INACTIVE' where id = ?", deactivated.id());
    }

    static String token(Person person) {
        return person.signIn().getString("access_token");
    }

    String apiKey() {
        return apiKey;
    }

    /** Of the time before. */
    List<String> tokensOfTheDeactivated() {
        return List.of(Tokens.signed(id(deactivated), sessionOfDeactivated, Map.of()));
    }

    List<String> unsignedTokens() {
        return Tokens.unsigned(id(victim), sessionOfVictim);
    }

    /** WARP's own signature below claims that it would not make. */
    List<String> overstatedTokens(UUID customerOfTheVictim) {
        String session = TokenKeys.claim(token(viewer), "sid");
        return List.of(
                Tokens.signed(id(viewer), session, Map.of("groups", List.of("superAdmin", "admin", "*"))),
                Tokens.signed(id(viewer), session, Map.of("upn", victim.email(), "email", victim.email())),
                Tokens.signed(
                        id(viewer),
                        session,
                        Map.of("customer_id", customerOfTheVictim.toString(), "user_types", List.of("superAdmin"))),
                Tokens.signed(id(victim), session, Map.of()),
                Tokens.signed(id(viewer), sessionOfVictim, Map.of()));
    }

    private static String id(Person person) {
        return person.id().toString();
    }
}
