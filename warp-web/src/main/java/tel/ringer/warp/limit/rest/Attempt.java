package tel.ringer.warp.limit.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tel.ringer.warp.address.IpAddress;
import tel.ringer.warp.http.rest.ClientAddress;
import tel.ringer.warp.limit.Limit;
import tel.ringer.warp.limit.Limits;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** What somebody tries where it is counted how often: at what is open to everybody, and at what sends mails. */
@RequestScoped
public class Attempt {
    @Inject
    private Limits limits;

    @Inject
    private ExemptAddresses exempt;

    @Inject
    private RefusedAttempts refused;

    @Inject
    private ClientAddress addresses;

    @Inject
    private HttpServletRequest request;

    /** @throws ProblemException too many, {@code too_many_requests}: from this address, whatever they were */
    void arrived() {
        requireHere(Limit.ATTEMPTS);
    }

    /**
     * To be told before anything is done with the credential.
     *
     * @throws ProblemException too many, {@code too_many_requests}: with this credential
     */
    public void presents(String credential) {
        require(Limit.CREDENTIAL, credential);
    }

    /** Whether nothing is limited where this comes from. */
    public boolean isExempt() {
        return exempt.contain(addresses.of(request));
    }

    /** @throws ProblemException too many, {@code too_many_requests}: from this address */
    public void requireHere(Limit limit) {
        require(limit, subscriber());
    }

    /**
     * Not inside a transaction.
     *
     * @param subject whom or what is counted
     * @throws ProblemException too many, {@code too_many_requests}
     */
    public void require(Limit limit, String subject) {
        take(limit, subject).ifPresent(problem -> {
            throw problem;
        });
    }

    /** Nobody knows the credential. Afterwards too many of that kind are to be refused as such. */
    Optional<ProblemException> failed() {
        return take(Limit.FAILURES, subscriber());
    }

    private Optional<ProblemException> take(Limit limit, String subject) {
        if (isExempt()) {
            return Optional.empty();
        }
        return limits.take(limit, subject).map(wait -> {
            refused.count(limit);
            return tooMany(wait);
        });
    }

    private String subscriber() {
        String address = addresses.of(request);
        return IpAddress.parse(address).map(IpAddress::subscriber).orElse(address);
    }

    private static ProblemException tooMany(Duration wait) {
        return new ProblemException(
                ProblemKind.TOO_MANY,
                "too_many_requests",
                "That was too often. Try again later.",
                Map.of("retry_after", wait.toSeconds() + 1));
    }
}
