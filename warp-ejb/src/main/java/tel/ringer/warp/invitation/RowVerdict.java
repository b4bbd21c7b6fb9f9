package tel.ringer.warp.invitation;

import java.util.Optional;
import java.util.Set;
import tel.ringer.warp.problem.ProblemException;

/**
 * What became of a row, and why.
 *
 * @param field which one is wrong, of an {@link RowCode#INVALID_ROW}
 * @param invitation of those who are invited; empty in a dry run
 */
public record RowVerdict(RowCode code, Optional<String> field, Optional<InvitationId> invitation) {
    private static final Set<String> LIMITS = Set.of("pending_limit_reached", "address_limit_reached");

    static RowVerdict of(RowCode code) {
        return new RowVerdict(code, Optional.empty(), Optional.empty());
    }

    static RowVerdict invited(InvitationId invitation) {
        return new RowVerdict(RowCode.INVITED, Optional.empty(), Optional.of(invitation));
    }

    /** The rules speak in the codes of problems, which are those of rows too. */
    static RowVerdict of(ProblemException refusal) {
        return new RowVerdict(
                LIMITS.contains(refusal.code()) ? RowCode.QUOTA : RowCode.ofSlug(refusal.code()),
                Optional.ofNullable(refusal.members().get(UploadedRow.FIELD)).map(Object::toString),
                Optional.empty());
    }
}
