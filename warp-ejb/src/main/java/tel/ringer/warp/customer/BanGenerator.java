package tel.ringer.warp.customer;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** Makes billing account numbers: two capitals, a hyphen, nine digits, of which none follows from another. */
@ApplicationScoped
class BanGenerator {
    private static final int LETTERS = 26;
    private static final int NUMBERS = 1_000_000_000;
    /** Six hundred billion are there to choose from: who finds none of these free has another trouble. */
    private static final int MOST_TRIES = 20;

    private final SecureRandom random = new SecureRandom();

    /** The first that can be taken. */
    Ban firstThat(Predicate<Ban> canBeTaken) {
        return firstThat(canBeTaken, this::next);
    }

    static Ban firstThat(Predicate<Ban> canBeTaken, Supplier<Ban> source) {
        return Stream.generate(source)
                .limit(MOST_TRIES)
                .filter(canBeTaken)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.UNAVAILABLE,
                        "no_free_ban",
                        "No free billing account number was found. Try again."));
    }

    private Ban next() {
        return new Ban(String.format(Locale.ROOT, "%c%c-%09d", letter(), letter(), random.nextInt(NUMBERS)));
    }

    private char letter() {
        return (char) ('A' + random.nextInt(LETTERS));
    }
}
