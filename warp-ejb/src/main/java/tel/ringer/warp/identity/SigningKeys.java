package tel.ringer.warp.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The keys that hold now: looked at again and again, so that a rotation needs no restart. */
@ApplicationScoped
public class SigningKeys {
    /** Two nodes agree after that time at the latest. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    @Inject
    private KeySources sources;

    @Inject
    private Clock clock;

    private final KeyWatch watch = new KeyWatch();
    private volatile @Nullable KeyRing known;
    private volatile Instant lookedAt = Instant.MIN;

    /** @throws IllegalArgumentException in one clear sentence, if no usable key has ever been supplied */
    public KeyRing ring() {
        KeyRing ring = known;
        Instant now = clock.instant();
        if (ring == null || !isFresh(now)) {
            lookedAt = now;
            ring = watch.look(sources);
            known = ring;
        }
        return ring;
    }

    /** A clock that was set back must not stop the looking. */
    private boolean isFresh(Instant now) {
        return !now.isBefore(lookedAt) && now.isBefore(lookedAt.plus(LOOK_EVERY));
    }

    /** @throws IllegalArgumentException as {@link #ring} */
    public boolean areLoaded() {
        return !ring().accepted().isEmpty();
    }
}
