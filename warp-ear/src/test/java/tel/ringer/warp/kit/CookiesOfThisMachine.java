package tel.ringer.warp.kit;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** As browsers keep them, to whom what is on this machine is as safe as TLS: Secure cookies are sent there too. */
final class CookiesOfThisMachine extends CookieManager {
    CookiesOfThisMachine() {
        super(null, CookiePolicy.ACCEPT_ALL);
    }

    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) throws IOException {
        return super.get(safe(uri), headers);
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) throws IOException {
        super.put(safe(uri), headers);
    }

    private static URI safe(URI uri) {
        return URI.create("https" + uri.toString().substring(uri.getScheme().length()));
    }
}
