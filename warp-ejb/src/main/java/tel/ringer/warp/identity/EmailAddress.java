package tel.ringer.warp.identity;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tel.ringer.warp.problem.ProblemException;

/**
 * An address as it was written, and the normalised form by which addresses are compared: trimmed, case folded, the
 * domain as A-label (RFC 5890). Dots and plus signs stay: only the receiving domain knows what they mean.
 */
public record EmailAddress(String written, String normalised) {
    private static final int LONGEST = 254;
    /** No mailbox needs more without SMTPUTF8 (RFC 6531), and folding more would take one mailbox for another. */
    private static final Pattern ASCII = Pattern.compile("[!-~]+");
    /** Letters of other domains than those that {@link IDN} makes of them (RFC 5891 against RFC 3490). */
    private static final Pattern FOLDED = Pattern.compile("[\u00df\u1e9e\u03c2]");

    /** @throws ProblemException invalid, {@code invalid_email} */
    public static EmailAddress of(String text) {
        String written = text.strip();
        int at = written.lastIndexOf('@');
        if (at < 1 || written.length() > LONGEST || written.chars().anyMatch(EmailAddress::forbidden)) {
            throw invalid();
        }
        String normalised = mailbox(written.substring(0, at)) + "@" + domain(written.substring(at + 1));
        try {
            new InternetAddress(normalised, true).validate();
        } catch (AddressException e) {
            throw (ProblemException) invalid().initCause(e);
        }
        return new EmailAddress(written, normalised);
    }

    private static String mailbox(String written) {
        if (!ASCII.matcher(written).matches()) {
            throw invalid();
        }
        return written.toLowerCase(Locale.ROOT);
    }

    private static String domain(String written) {
        if (FOLDED.matcher(written).find()) {
            throw invalid();
        }
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

    /**
     * Whether the address is of this very domain, written as it is and not as something that is taken for it.
     *
     * @param domain as A-label, in lower case
     */
    public boolean isOf(String domain) {
        String said = lowerCase(written.substring(written.lastIndexOf('@') + 1));
        return normalised.endsWith("@" + domain) && (said.equals(domain) || said.equals(IDN.toUnicode(domain)));
    }

    /** Of ASCII alone: other letters, such as the Kelvin sign, would become letters that they are not. */
    private static String lowerCase(String text) {
        return text.chars()
                .map(c -> c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static ProblemException invalid() {
        return ProblemException.invalid("invalid_email", "This is not an e-mail address.");
    }

    /** Each way in which it may have been written down, in lower case: normalised, as here, and in its own letters. */
    public Set<String> spellings() {
        int domain = normalised.lastIndexOf('@') + 1;
        String readable = normalised.substring(0, domain) + IDN.toUnicode(normalised.substring(domain));
        return new TreeSet<>(List.of(normalised, readable, lowerCase(written)));
    }

    /** As a relay takes it: the domain as A-label, the rest as it was written. */
    public String deliverable() {
        return written.substring(0, written.lastIndexOf('@')) + normalised.substring(normalised.lastIndexOf('@'));
    }

    /** Enough for its owner to recognise it, too little for anybody else: "j***@example.com". */
    public String masked() {
        return normalised.substring(0, 1) + "***" + normalised.substring(normalised.lastIndexOf('@'));
    }
}
