package tel.ringer.warp.invitation.rest;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.http.rest.FieldError;
import tel.ringer.warp.http.rest.InvalidBodyException;
import tel.ringer.warp.invitation.UploadedRow;

/** Many people to invite at once. */
public record BulkInvitationsRequest(@Nullable List<@Nullable Row> invitations) {
    /** One of them: what is wrong with it is told of the row, not of the body. */
    public record Row(
            @Nullable String email,
            @Nullable String userType,
            @Nullable String role,
            @Nullable String message,
            @Nullable Integer expiresInDays) {
        UploadedRow toUploadedRow() {
            return new UploadedRow(
                    text(email),
                    text(userType),
                    text(role),
                    text(message),
                    expiresInDays == null ? "" : expiresInDays.toString());
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }
    }

    /** @throws InvalidBodyException if rows are missing */
    UploadedRows toRows() {
        List<@Nullable Row> rows = invitations;
        if (rows == null) {
            throw new InvalidBodyException(List.of(new FieldError("/invitations", "Must be given.")));
        }
        List<FieldError> missing = IntStream.range(0, rows.size())
                .filter(i -> rows.get(i) == null)
                .mapToObj(i -> new FieldError("/invitations/" + i, "Must be an object."))
                .limit(1)
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidBodyException(missing);
        }
        return new UploadedRows(
                rows.stream().limit(UploadedRows.MOST).map(Row::toUploadedRow).toList());
    }
}
