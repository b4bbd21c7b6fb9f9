package tel.ringer.warp.broken.logging;

/** Wrong on purpose: prints a stack trace. */
public final class Trace {
    private Trace() {}

    public static void out(Throwable thrown) {
        thrown.printStackTrace();
    }
}
