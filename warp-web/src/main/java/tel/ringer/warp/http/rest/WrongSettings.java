package tel.ringer.warp.http.rest;

import java.util.stream.Stream;

/** Ends the start with one clear sentence, where the server would bury it in stack traces of its own. */
public final class WrongSettings {
    private static final System.Logger LOG = System.getLogger(WrongSettings.class.getName());
    private static final int DEEPEST = 20;

    private WrongSettings() {}

    /** Runs what reads settings. */
    public static void endTheStart(Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException e) {
            Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                    .limit(DEEPEST)
                    .filter(IllegalArgumentException.class::isInstance)
                    .reduce((outer, inner) -> outer)
                    .ifPresent(wrong -> LOG.log(
                            System.Logger.Level.ERROR, () -> "WARP does not start: " + wrong.getMessage() + "."));
            throw e;
        }
    }
}
