package tel.ringer.warp.invitation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tel.ringer.warp.problem.ProblemException;

/**
 * A row of which it is known what it asks for, or why it can't be asked for.
 *
 * @param wanted empty if the row is refused
 * @param refused empty if it is not
 */
record ReadRow(UploadedRow written, Optional<NewInvitation> wanted, Optional<RowVerdict> refused) {
    static ReadRow of(UploadedRow written) {
        try {
            return new ReadRow(written, Optional.of(written.toInvitation()), Optional.empty());
        } catch (ProblemException e) {
            return refused(written, RowVerdict.of(e));
        }
    }

    private static ReadRow refused(UploadedRow written, RowVerdict verdict) {
        return new ReadRow(written, Optional.empty(), Optional.of(verdict));
    }

    /** All rows of a file: of those that ask for one address, the first is taken. */
    static List<ReadRow> all(List<UploadedRow> file) {
        Set<String> seen = new HashSet<>();
        List<ReadRow> rows = new ArrayList<>(file.size());
        for (UploadedRow written : file) {
            ReadRow row = of(written);
            boolean again = row.wanted
                    .filter(wanted -> !seen.add(wanted.email().normalised()))
                    .isPresent();
            rows.add(again ? refused(written, RowVerdict.of(RowCode.DUPLICATE_IN_FILE)) : row);
        }
        return rows;
    }
}
