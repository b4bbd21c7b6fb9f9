package tel.ringer.warp.attack;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import tel.ringer.warp.kit.Route;

/**
 * Somebody who attacks.
 *
 * @param tokens with one of which each request is made; none for nobody
 * @param toEnd the token of somebody whose sessions may be ended
 * @param own what the caller may name
 * @param targets what the caller may not reach
 * @param forbidden what no answer to the caller may hold
 */
record Caller(
        CallerKind kind, List<String> tokens, String toEnd, Ids own, List<Target> targets, ForeignBytes forbidden) {
    static final Set<String> ENDING = Set.of("POST /auth/logout", "DELETE /auth/sessions");

    /**
     * Whose ids are tried.
     *
     * @param nothing in the place of which nothing exists: answered alike; empty where the caller is known
     */
    record Target(Ids ids, Optional<Ids> nothing) {}

    Optional<String> token(Route route, Random dice) {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ENDING.contains(route.toString()) ? toEnd : tokens.get(dice.nextInt(tokens.size())));
    }

    Target target(Random dice) {
        return targets.get(dice.nextInt(targets.size()));
    }
}
