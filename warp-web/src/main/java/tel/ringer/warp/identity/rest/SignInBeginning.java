package tel.ringer.warp.identity.rest;

import jakarta.ws.rs.core.NewCookie;
import java.net.URI;

/**
 * What sends a browser to its provider.
 *
 * @param address of the provider, with the question
 * @param cookie in which the browser keeps what it needs to finish
 */
public record SignInBeginning(Provider provider, URI address, NewCookie cookie) {
    @Override
    public String toString() {
        return "SignInBeginning[hidden]";
    }
}
