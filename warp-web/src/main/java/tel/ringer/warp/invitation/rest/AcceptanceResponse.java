package tel.ringer.warp.invitation.rest;

import java.util.UUID;
import tel.ringer.warp.identity.rest.TokenResponse;
import tel.ringer.warp.invitation.Acceptance;

/**
 * The way in: the tokens of a session and the customer that the person now belongs to.
 *
 * @param alreadyMember whether they belonged to it before; they keep what they held, or hold more now
 */
public record AcceptanceResponse(TokenResponse session, Company customer, boolean alreadyMember) {
    /** Which customer. */
    public record Company(UUID id, String ban, String companyName) {}

    static AcceptanceResponse of(Acceptance acceptance, TokenResponse session) {
        return new AcceptanceResponse(
                session,
                new Company(acceptance.customer().value(), acceptance.ban(), acceptance.companyName()),
                acceptance.alreadyMember());
    }
}
