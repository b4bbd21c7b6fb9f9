package tel.ringer.warp.invitation;

import java.time.Instant;
import java.util.Optional;
import tel.ringer.warp.access.MembershipRole;

/**
 * What an invited person needs to decide.
 *
 * @param maskedEmail whom it is for, recognisable to that person alone
 * @param userType what the rights are called
 * @param allows what they allow, in a sentence
 */
public record InvitationView(
        String companyName,
        String ban,
        String inviter,
        String maskedEmail,
        String userType,
        String allows,
        MembershipRole role,
        Optional<String> message,
        Instant expiresAt) {}
