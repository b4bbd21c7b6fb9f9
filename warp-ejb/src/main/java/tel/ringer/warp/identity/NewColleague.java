package tel.ringer.warp.identity;

import java.util.List;

/**
 * A person of the operator's staff, before they come in.
 *
 * @param userType name of the platform type
 */
public record NewColleague(EmailAddress email, PersonName name, String userType) {
    List<String> words() {
        return List.of(email.written(), name.value(), userType);
    }
}
