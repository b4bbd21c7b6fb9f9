package tel.ringer.warp.job;

import java.util.Optional;

/**
 * What a run did.
 *
 * @param error what ended it before its time, in a word
 */
public record Handled(int count, Optional<String> error) {
    boolean isWorthTelling() {
        return count > 0 || error.isPresent();
    }
}
