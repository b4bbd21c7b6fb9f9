package tel.ringer.warp.identity;

/**
 * What a provider vouched for, after its ID token was verified: signature, issuer, audience, expiry and that the
 * address is the person's own.
 *
 * @param issuer and
 * @param subject name the person at the provider for ever
 * @param staff whether the address is of a domain whose people this provider vouches for as the operator's staff
 */
public record VerifiedIdentity(String issuer, String subject, EmailAddress email, String name, boolean staff) {}
