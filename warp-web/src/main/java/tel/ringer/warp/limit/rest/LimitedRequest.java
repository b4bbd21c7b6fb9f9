package tel.ringer.warp.limit.rest;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request of whose body no more can be read than is allowed. */
final class LimitedRequest extends HttpServletRequestWrapper {
    private final long largest;
    private @Nullable LimitedBody body;

    LimitedRequest(HttpServletRequest request, long largest) {
        super(request);
        this.largest = largest;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        LimitedBody known = body;
        if (known == null) {
            known = new LimitedBody(super.getInputStream(), largest);
            body = known;
        }
        return known;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
