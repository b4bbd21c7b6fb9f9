package tel.ringer.warp.invitation.rest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.invitation.InvitationId;
import tel.ringer.warp.invitation.RowResult;
import tel.ringer.warp.invitation.RowVerdict;

/**
 * What became of one row of a bulk invitation.
 *
 * @param row its number, from 1, without the header
 * @param code absent while the row waits
 * @param field which one is wrong, if the code is {@code invalid_row}
 * @param invitationId if the code is {@code invited}; absent in a dry run
 */
public record BatchRowResponse(
        int row, String email, @Nullable String code, @Nullable String field, @Nullable UUID invitationId) {
    static BatchRowResponse of(RowResult result) {
        return new BatchRowResponse(
                result.number(),
                result.written().email(),
                result.verdict().map(verdict -> verdict.code().slug()).orElse(null),
                result.verdict().flatMap(RowVerdict::field).orElse(null),
                result.verdict()
                        .flatMap(RowVerdict::invitation)
                        .map(InvitationId::value)
                        .orElse(null));
    }
}
