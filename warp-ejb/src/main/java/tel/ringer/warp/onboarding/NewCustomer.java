package tel.ringer.warp.onboarding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tel.ringer.warp.customer.CustomerPatch;
import tel.ringer.warp.invitation.PersonalMessage;

/** What a customer is to be from its first moment on. */
public record NewCustomer(CustomerPatch fields, Optional<FirstContact> firstContact) {
    /** All that is asked for, in a fixed order. */
    List<String> words() {
        return Stream.concat(
                        Stream.of(
                                firstContact
                                        .map(contact -> contact.email().written())
                                        .orElse(""),
                                firstContact
                                        .flatMap(FirstContact::message)
                                        .map(PersonalMessage::text)
                                        .orElse("")),
                        fields.fields().entrySet().stream()
                                .flatMap(field -> Stream.of(
                                        field.getKey(),
                                        field.getValue().map(Object::toString).orElse(""))))
                .toList();
    }
}
