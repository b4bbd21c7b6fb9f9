package tel.ringer.warp.runner;

import java.io.PrintStream;

/** The runner's own lines, told apart from the server's log by their beginning. */
record Console(PrintStream out) {

    void say(String text) {
        text.lines().forEach(line -> out.println(("warp | " + line).stripTrailing()));
    }
}
