package tel.ringer.warp.endtoend;

import java.io.OutputStream;
import java.io.PrintStream;
import tel.ringer.warp.runner.Runner;

/**
 * The runner as Maven starts it: with a standard output of Maven's own, which may fail whoever writes to it, once Maven is
 * being stopped too.
 */
final class RunnerInMaven {
    private RunnerInMaven() {}

    public static void main(String[] arguments) {
        System.setOut(new PrintStream(new Failing(), true));
        Runner.main(arguments);
    }

    private static final class Failing extends OutputStream {
        @Override
        public void write(int octet) {
            throw new NumberFormatException("For input string: \"\"");
        }
    }
}
