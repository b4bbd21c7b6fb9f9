package tel.ringer.warp.runner;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** The runner's own lines, told apart from the server's log by their beginning. */
record Console(PrintStream out) {

    /**
     * Where the server's log goes too. Not {@link System#out}: that is Maven's, which colours it by a stream that two
     * threads must not use at once, while Maven itself still writes to it as it is being stopped.
     */
    static Console ofThisProcess() {
        return new Console(new PrintStream(new FileOutputStream(FileDescriptor.out), true, Charset.defaultCharset()));
    }

    void say(String text) {
        text.lines().forEach(line -> out.println(("warp | " + line).stripTrailing()));
    }
}
