package tel.ringer.warp.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** Whom somebody asks to invite, in their own letters; what they left out is empty. */
@Embeddable
public record UploadedRow(
        @Column(name = "email", updatable = false) String email,
        @Column(name = "user_type", updatable = false) String userType,
        @Column(name = "role", updatable = false) String role,
        @Column(name = "message", updatable = false) String message,
        @Column(name = "expires_in_days", updatable = false) String expiresInDays) {
    /** Names the wrong field of a refused row. */
    static final String FIELD = "field";

    private static final int LONGEST_USER_TYPE = 50;

    /**
     * What the row says, as far as it alone tells.
     *
     * @throws ProblemException invalid, {@code invalid_email}, {@code message_too_long} or {@code invalid_row}, which
     *     names the field
     */
    NewInvitation toInvitation() {
        EmailAddress address = EmailAddress.of(email);
        String type = userType.strip();
        if (type.isEmpty() || type.length() > LONGEST_USER_TYPE) {
            throw invalid("user_type");
        }
        return new NewInvitation(address, type, membershipRole(), PersonalMessage.of(message), days());
    }

    private MembershipRole membershipRole() {
        try {
            return MembershipRole.valueOf(role.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw (ProblemException) invalid("role").initCause(e);
        }
    }

    private OptionalInt days() {
        try {
            return expiresInDays.isBlank()
                    ? OptionalInt.empty()
                    : OptionalInt.of(Integer.parseInt(expiresInDays.strip()));
        } catch (NumberFormatException e) {
            throw (ProblemException) invalid("expires_in_days").initCause(e);
        }
    }

    /** Every cell, so that two files that differ anywhere differ here. */
    static List<String> words(List<UploadedRow> file) {
        return file.stream()
                .flatMap(row -> Stream.of(row.email, row.userType, row.role, row.message, row.expiresInDays))
                .toList();
    }

    private static ProblemException invalid(String field) {
        return new ProblemException(
                ProblemKind.INVALID, "invalid_row", "A field has a value that it can't have.", Map.of(FIELD, field));
    }
}
