package tel.ringer.warp.invitation.rest;

import java.util.UUID;
import tel.ringer.warp.identity.rest.TokenResponse;
import tel.ringer.warp.invitation.Acceptance;

/** The way in: the tokens of a session and the customer that the person now belongs to. */
public record AcceptanceResponse(TokenResponse session, Company customer) {
    /** Which customer. */
    public record Company(UUID id, String ban, String companyName) {}

    static AcceptanceResponse of(Acceptance acceptance, TokenResponse session) {
        return new AcceptanceResponse(
                session, new Company(acceptance.customer().value(), acceptance.ban(), acceptance.companyName()));
    }
}
