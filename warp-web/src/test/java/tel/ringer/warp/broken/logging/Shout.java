package tel.ringer.warp.broken.logging;

/** Wrong on purpose: prints. */
public final class Shout {
    private Shout() {}

    public static void out(Throwable thrown) {
        System.out.println(thrown);
    }
}
