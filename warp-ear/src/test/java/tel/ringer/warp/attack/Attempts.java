package tel.ringer.warp.attack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tel.ringer.warp.kit.Route;

/**
 * Deals attempts like cards: every route by every kind of caller with ids in each place where they can stand, shuffled,
 * and again until there are enough. The same seed deals the same.
 */
final class Attempts {
    private record Card(Route route, CallerKind kind, IdSource source) {}

    private final List<Card> deck = new ArrayList<>();

    /** @throws IllegalStateException for a route that is not known well enough to be attacked */
    Attempts(List<Route> routes) {
        for (Route route : routes) {
            requireKnown(route);
            for (IdSource source : IdSource.values()) {
                if (source.applies(route)) {
                    deal(route, source);
                }
            }
        }
    }

    private static void requireKnown(Route route) {
        route.queryParameters().forEach(QueryParameters::requireKnown);
        if (route.takesABody() && route.body().isEmpty()) {
            throw new IllegalStateException("The attack has no body for " + route);
        }
    }

    private void deal(Route route, IdSource source) {
        for (CallerKind kind : CallerKind.values()) {
            deck.add(new Card(route, kind, source));
        }
    }

    /** Each of these must be tried at least once. */
    int different() {
        return deck.size();
    }

    List<Attempt> deal(long seed, int count) {
        Random dice = new Random(seed);
        List<Card> cards = new ArrayList<>(deck);
        List<Attempt> attempts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (i % cards.size() == 0) {
                Collections.shuffle(cards, dice);
            }
            Card card = cards.get(i % cards.size());
            attempts.add(new Attempt(i, card.route(), card.kind(), card.source(), Form.any(dice), dice.nextLong()));
        }
        return attempts;
    }
}
