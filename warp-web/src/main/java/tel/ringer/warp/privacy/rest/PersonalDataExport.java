package tel.ringer.warp.privacy.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.privacy.InvitedPeople;
import tel.ringer.warp.privacy.PersonalData;
import tel.ringer.warp.privacy.PersonalDataSection;
import tel.ringer.warp.privacy.PersonalItem;

/** Section by section and step by step: neither memory nor a transaction holds more than one step. */
final class PersonalDataExport implements StreamingOutput {
    static final String NDJSON = "application/x-ndjson";

    private final Steps steps;

    private PersonalDataExport(Steps steps) {
        this.steps = steps;
    }

    /** What is kept of somebody, some rows of a section at a time. */
    private interface Steps {
        /** Fewer than {@link PersonalData#STEP} are the last. */
        List<PersonalItem> following(PersonalDataSection section, Optional<PersonalItem> last);
    }

    /** Asks at once, so that a refusal still is an answer. */
    static Response answer(PersonalData data, CustomerScope scope, UserId person) {
        data.beginExport(scope, person);
        return answer((section, last) -> data.following(scope, person, section, last));
    }

    /** Asks at once, so that a refusal still is an answer. */
    static Response answer(InvitedPeople people, CustomerScope scope, EmailAddress address) {
        people.beginExport(scope, address);
        return answer((section, last) -> people.following(scope, address, section, last));
    }

    private static Response answer(Steps steps) {
        return Response.ok(new PersonalDataExport(steps), NDJSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"personal-data.ndjson\"")
                .build();
    }

    @Override
    public void write(OutputStream output) throws IOException {
        for (PersonalDataSection section : PersonalDataSection.values()) {
            Optional<PersonalItem> last = Optional.empty();
            do {
                List<PersonalItem> step = steps.following(section, last);
                write(output, section, step);
                last = step.size() < PersonalData.STEP ? Optional.empty() : Optional.of(step.get(step.size() - 1));
            } while (last.isPresent());
        }
    }

    private static void write(OutputStream output, PersonalDataSection section, List<PersonalItem> items)
            throws IOException {
        for (PersonalItem item : items) {
            String line = "{\"section\":\"" + section.label() + "\",\"data\":" + item.json() + "}\n";
            output.write(line.getBytes(StandardCharsets.UTF_8));
        }
    }
}
