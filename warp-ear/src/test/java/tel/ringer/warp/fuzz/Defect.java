package tel.ringer.warp.fuzz;

import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * One way to spoil a request.
 *
 * @param fits to which operations: those that change something must refuse it for certain
 * @param mayStopBelow whether the server may refuse it before WARP sees it
 */
record Defect(String name, boolean mayStopBelow, Predicate<Operation> fits, BiConsumer<Draft, Random> spoil) {
    static Defect of(String name, Predicate<Operation> fits, BiConsumer<Draft, Random> spoil) {
        return new Defect(name, false, fits, spoil);
    }

    static Defect maybeBelow(String name, Predicate<Operation> fits, BiConsumer<Draft, Random> spoil) {
        return new Defect(name, true, fits, spoil);
    }

    static <T> T any(List<T> choices, Random dice) {
        return choices.get(dice.nextInt(choices.size()));
    }

    @Override
    public String toString() {
        return name;
    }
}
