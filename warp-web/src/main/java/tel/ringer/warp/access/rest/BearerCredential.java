package tel.ringer.warp.access.rest;

import jakarta.security.enterprise.credential.Credential;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The token of an Authorization header (RFC 6750, section 2.1). Each kind of token has an identity store that knows it. */
public record BearerCredential(String token) implements Credential {
    /** An access token of WARP has about 800; what is longer is not even looked at. */
    private static final int LONGEST = 4096;

    private static final Pattern HEADER =
            Pattern.compile("Bearer ([A-Za-z0-9._~+/-]{1," + LONGEST + "}=*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEME = Pattern.compile("Bearer(?![A-Za-z0-9_-]).*|Bearer", Pattern.CASE_INSENSITIVE);

    /** Whether the header means to name a bearer, well or not. */
    static boolean isMeantBy(String header) {
        return SCHEME.matcher(header).matches();
    }

    /** Empty unless the header holds exactly one token. */
    static Optional<BearerCredential> in(String header) {
        Matcher matcher = HEADER.matcher(header);
        return matcher.matches() ? Optional.of(new BearerCredential(matcher.group(1))) : Optional.empty();
    }

    @Override
    public String toString() {
        return "BearerCredential[hidden]";
    }
}
