package tel.ringer.warp.http.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tel.ringer.warp.setting.Settings;

/** Ends the start with one clear sentence for each wrong setting, where the server would bury them in stack traces. */
final class WrongSettings {
    private static final System.Logger LOG = System.getLogger(WrongSettings.class.getName());
    private static final int DEEPEST = 20;

    private WrongSettings() {}

    /** Has all checked, so that whoever corrects them hears of every wrong one at once. */
    static void endTheStart(Iterable<Settings> settings) {
        List<RuntimeException> failures = new ArrayList<>();
        for (Settings each : settings) {
            try {
                each.check();
            } catch (RuntimeException e) {
                say(e);
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.remove(0);
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private static void say(RuntimeException failure) {
        Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(IllegalArgumentException.class::isInstance)
                .reduce((outer, inner) -> outer)
                .ifPresent(wrong ->
                        LOG.log(System.Logger.Level.ERROR, () -> "WARP does not start: " + wrong.getMessage() + "."));
    }
}
