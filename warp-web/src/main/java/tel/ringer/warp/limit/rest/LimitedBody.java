package tel.ringer.warp.limit.rest;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** Counts what is read: a body that comes in chunks does not say how long it is. */
final class LimitedBody extends ServletInputStream {
    private final ServletInputStream body;
    private final long largest;
    private long read;

    LimitedBody(ServletInputStream body, long largest) {
        this.body = body;
        this.largest = largest;
    }

    static ProblemException tooLarge(long largest) {
        return new ProblemException(
                ProblemKind.TOO_LARGE, "body_too_large", "A body has at most " + largest + " bytes.");
    }

    @Override
    public int read() throws IOException {
        int next = body.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int some = body.read(buffer, offset, length);
        count(some);
        return some;
    }

    private void count(int some) {
        read += Math.max(some, 0);
        if (read > largest) {
            throw tooLarge(largest);
        }
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
