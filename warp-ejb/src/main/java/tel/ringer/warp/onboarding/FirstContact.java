package tel.ringer.warp.onboarding;

import java.util.Optional;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.invitation.PersonalMessage;

/** Who is to manage a new customer's people. */
public record FirstContact(EmailAddress email, Optional<PersonalMessage> message) {}
