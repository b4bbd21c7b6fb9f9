package tel.ringer.warp.invitation;

import java.util.Optional;
import tel.ringer.warp.problem.ProblemException;

/**
 * What became of a row, and why.
 *
 * @param field which one is wrong, of an {@link RowCode#INVALID_ROW}
 * @param invitation of those who are invited; empty in a dry run
 */
public record RowVerdict(RowCode code, Optional<String> field, Optional<InvitationId> invitation) {
    static RowVerdict of(RowCode code) {
        return new RowVerdict(code, Optional.empty(), Optional.empty());
    }

    static RowVerdict invited(InvitationId invitation) {
        return new RowVerdict(RowCode.INVITED, Optional.empty(), Optional.of(invitation));
    }

    /** The rules speak in the codes of problems, which are those of rows too. */
    static RowVerdict of(ProblemException refusal) {
        return new RowVerdict(
                refusal.code().equals("pending_limit_reached") ? RowCode.QUOTA : RowCode.ofSlug(refusal.code()),
                Optional.ofNullable(refusal.members().get(UploadedRow.FIELD)).map(Object::toString),
                Optional.empty());
    }
}
