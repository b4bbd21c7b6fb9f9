package tel.ringer.warp.identity.rest;

import java.util.Optional;
import java.util.Set;
import tel.ringer.warp.identity.EmailAddress;

/**
 * An OpenID provider whose word WARP takes, as it is configured.
 *
 * @param id what it is called in addresses and settings
 * @param clientId what WARP is to it
 * @param clientSecret with which WARP shows that it is that client; empty for a public client
 * @param name what people call it
 * @param verifiedClaim which claim of its ID tokens says that the address is the person's own
 * @param staffDomains domains, normalised, whose people it may vouch for as the operator's staff
 */
public record Provider(
        String id,
        String issuer,
        String clientId,
        Optional<String> clientSecret,
        String name,
        String verifiedClaim,
        Set<String> staffDomains) {
    /** The claim of OpenID Connect Core 1.0, section 5.1. */
    static final String VERIFIED = "email_verified";

    public Provider {
        staffDomains = Set.copyOf(staffDomains);
    }

    /** Whether the holder of the address, if this provider vouches for it, is of the operator's staff. */
    boolean isStaff(EmailAddress address) {
        return staffDomains.stream().anyMatch(address::isOf);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "Provider[" + id + ", " + issuer + "]";
    }
}
