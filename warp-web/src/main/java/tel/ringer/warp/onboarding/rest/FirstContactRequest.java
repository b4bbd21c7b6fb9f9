package tel.ringer.warp.onboarding.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.http.rest.FieldError;
import tel.ringer.warp.http.rest.InvalidBodyException;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.invitation.PersonalMessage;
import tel.ringer.warp.onboarding.FirstContact;
import tel.ringer.warp.problem.ProblemException;

/**
 * Who is invited to manage a new customer's people.
 *
 * @param message plain text; links are taken out
 */
public record FirstContactRequest(@NotBlank @Size(max = 254) String email, @Nullable @Size(max = 1000) String message) {
    FirstContact toContact() {
        return new FirstContact(address(), Optional.ofNullable(message).flatMap(PersonalMessage::of));
    }

    private EmailAddress address() {
        try {
            return EmailAddress.of(email);
        } catch (ProblemException e) {
            throw (InvalidBodyException)
                    new InvalidBodyException(List.of(new FieldError("/first_contact/email", e.detail()))).initCause(e);
        }
    }
}
