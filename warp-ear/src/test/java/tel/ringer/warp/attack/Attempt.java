package tel.ringer.warp.attack;

import java.util.Random;
import tel.ringer.warp.kit.Route;

/**
 * What is tried.
 *
 * @param dice decides what the other components leave open
 */
record Attempt(int number, Route route, CallerKind kind, IdSource source, Form form, long dice) {
    Random newDice() {
        return new Random(dice);
    }

    @Override
    public String toString() {
        return "#" + number + " " + kind + ", ids in " + source + ", " + form + ": " + route;
    }
}
