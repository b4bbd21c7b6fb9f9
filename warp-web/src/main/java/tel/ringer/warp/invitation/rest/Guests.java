package tel.ringer.warp.invitation.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.http.rest.OwnPages;
import tel.ringer.warp.identity.rest.Proofs;
import tel.ringer.warp.identity.rest.ProvenIdentity;
import tel.ringer.warp.identity.rest.SealedCookies;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** What a browser that followed a link brings along: who its person is, then how they decided. */
@ApplicationScoped
class Guests {
    private static final String DECISION = "warp_decision";

    @Inject
    private Proofs proofs;

    @Inject
    private SealedCookies cookies;

    @Inject
    private OwnPages ownPages;

    Optional<ProvenIdentity> guest(FollowedLink link, HttpHeaders headers) {
        return proofs.sentWith(headers, link.path());
    }

    /**
     * Who sent the form of the invitation's own page.
     *
     * @throws ProblemException forbidden, {@code cross_site}; unauthenticated,
     *     {@code invitation_sign_in_needed}
     */
    ProvenIdentity sender(FollowedLink link, HttpHeaders headers, @Nullable String formToken) {
        ownPages.requireOneOf(headers);
        return guest(link, headers)
                .filter(guest -> formToken != null && guest.isFormToken(formToken))
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.UNAUTHENTICATED, "invitation_sign_in_needed", "Sign in once more."));
    }

    Optional<Decision> decision(FollowedLink link, HttpHeaders headers) {
        return cookies.open(DECISION, link.path(), headers).map(Decision::of);
    }

    /** Back to the page, which tells what was decided; the proof has done its work. */
    Response.ResponseBuilder decided(FollowedLink link, Decision decision) {
        return Response.seeOther(URI.create(link.path()))
                .cookie(proofs.removal(link.path()))
                .cookie(cookies.seal(DECISION, link.path(), decision.claims()));
    }
}
