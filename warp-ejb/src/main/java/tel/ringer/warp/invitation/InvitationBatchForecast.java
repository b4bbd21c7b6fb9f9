package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.problem.ProblemException;

/** Tells what an upload would come to now, by the rules that decide it, and changes nothing. */
@ApplicationScoped
class InvitationBatchForecast {
    private static final int AT_ONCE = 500;

    @Inject
    private Rooms rooms;

    @Inject
    private Admissions admissions;

    List<RowResult> of(CustomerId customer, UserId uploader, List<ReadRow> rows) {
        List<RowResult> results = new ArrayList<>(rows.size());
        Optional<InvitationBudget> left = Optional.empty();
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            List<ReadRow> some = rows.subList(from, Math.min(from + AT_ONCE, rows.size()));
            Admission admission = admission(customer, uploader, some, left);
            for (ReadRow row : some) {
                results.add(new RowResult(
                        results.size() + 1, row.written(), row.refused().or(() -> row.wanted()
                                .map(wanted -> verdict(admission, wanted)))));
            }
            left = Optional.of(admission.budget());
        }
        return results;
    }

    /** @param left what those before would leave; empty for the first */
    private Admission admission(
            CustomerId customer, UserId uploader, List<ReadRow> rows, Optional<InvitationBudget> left) {
        List<NewInvitation> wanted =
                rows.stream().flatMap(row -> row.wanted().stream()).toList();
        Room room = rooms.look(customer, wanted);
        return admissions.at(customer, uploader, wanted, room.with(left.orElse(room.budget())));
    }

    private static RowVerdict verdict(Admission admission, NewInvitation wanted) {
        try {
            admission.admitFromFile(wanted);
            return RowVerdict.of(RowCode.INVITED);
        } catch (ProblemException e) {
            return RowVerdict.of(e);
        }
    }
}
