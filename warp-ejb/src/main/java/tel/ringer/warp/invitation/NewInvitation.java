package tel.ringer.warp.invitation;

import java.util.Optional;
import java.util.OptionalInt;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.identity.EmailAddress;

/**
 * What an inviter asks for.
 *
 * @param userType name of the user type to hold at the customer
 * @param message plain text of the inviter's own
 * @param validForDays how long the link works; empty for the default
 */
public record NewInvitation(
        EmailAddress email,
        String userType,
        MembershipRole role,
        Optional<PersonalMessage> message,
        OptionalInt validForDays) {}
