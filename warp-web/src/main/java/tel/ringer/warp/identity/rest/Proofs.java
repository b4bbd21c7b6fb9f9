package tel.ringer.warp.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import tel.ringer.warp.identity.VerifiedIdentity;

/** Proof of who a browser is, kept by the browser for one page alone. */
@ApplicationScoped
public class Proofs {
    private static final String COOKIE = "warp_proof";

    @Inject
    private SealedCookies cookies;

    NewCookie cookie(VerifiedIdentity identity, Provider provider, String path) {
        return cookies.seal(COOKIE, path, ProvenIdentity.of(identity, provider).claims());
    }

    /** @param path of the page that wants to know */
    public Optional<ProvenIdentity> sentWith(HttpHeaders headers, String path) {
        return cookies.open(COOKIE, path, headers).map(ProvenIdentity::of);
    }

    public NewCookie removal(String path) {
        return cookies.removal(COOKIE, path);
    }
}
