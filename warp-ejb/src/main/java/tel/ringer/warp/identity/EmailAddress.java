package tel.ringer.warp.identity;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Locale;
import tel.ringer.warp.problem.ProblemException;

/**
 * An address as it was written, and the normalised form by which addresses are compared: trimmed, case folded, the
 * domain as A-label (RFC 5890). Dots and plus signs stay: only the receiving domain knows what they mean.
 */
public record EmailAddress(String written, String normalised) {
    private static final int LONGEST = 254;

    /** @throws ProblemException invalid, {@code invalid_email} */
    public static EmailAddress of(String text) {
        String written = text.strip();
        int at = written.lastIndexOf('@');
        if (at < 1 || written.length() > LONGEST || written.chars().anyMatch(EmailAddress::forbidden)) {
            throw invalid();
        }
        String normalised = written.substring(0, at).toLowerCase(Locale.ROOT) + "@" + domain(written.substring(at + 1));
        try {
            new InternetAddress(normalised, true).validate();
        } catch (AddressException e) {
            throw (ProblemException) invalid().initCause(e);
        }
        return new EmailAddress(written, normalised);
    }

    private static String domain(String written) {
        try {
            String ascii = IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            if (!ascii.contains(".") || ascii.startsWith("[")) {
                throw invalid();
            }
            return ascii;
        } catch (IllegalArgumentException e) {
            throw (ProblemException) invalid().initCause(e);
        }
    }

    private static boolean forbidden(int character) {
        return Character.isISOControl(character)
                || Character.isWhitespace(character)
                || Character.getType(character) == Character.FORMAT
                || "\"<>(),;:\\".indexOf(character) >= 0;
    }

    private static ProblemException invalid() {
        return ProblemException.invalid("invalid_email", "This is not an e-mail address.");
    }

    /** Enough for its owner to recognise it, too little for anybody else: "j***@example.com". */
    public String masked() {
        return normalised.substring(0, 1) + "***" + normalised.substring(normalised.lastIndexOf('@'));
    }
}
