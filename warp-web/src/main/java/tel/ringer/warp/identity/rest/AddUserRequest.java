package tel.ringer.warp.identity.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import tel.ringer.warp.http.rest.FieldError;
import tel.ringer.warp.http.rest.InvalidBodyException;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.identity.NewColleague;
import tel.ringer.warp.identity.PersonName;
import tel.ringer.warp.problem.ProblemException;

/**
 * Whom to expect.
 *
 * @param email with which the person will sign in
 * @param displayName one line of up to 100 characters
 * @param userType name of the user type of the operator's staff
 */
public record AddUserRequest(
        @NotBlank @Size(max = 254) String email,
        @NotNull @Size(max = 500) String displayName,
        @NotBlank @Size(max = 50) String userType) {
    NewColleague toColleague() {
        return new NewColleague(address(), name(), userType);
    }

    private EmailAddress address() {
        try {
            return EmailAddress.of(email);
        } catch (ProblemException e) {
            throw invalid("/email", e.detail(), e);
        }
    }

    private PersonName name() {
        try {
            return new PersonName(displayName);
        } catch (IllegalArgumentException e) {
            throw invalid("/display_name", "must be one line of up to 100 characters", e);
        }
    }

    private static InvalidBodyException invalid(String pointer, String detail, RuntimeException cause) {
        return (InvalidBodyException)
                new InvalidBodyException(List.of(new FieldError(pointer, detail))).initCause(cause);
    }
}
