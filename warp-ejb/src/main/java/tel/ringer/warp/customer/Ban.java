package tel.ringer.warp.customer;

import java.util.regex.Pattern;

/** A billing account number: up to 20 capitals, digits and hyphens, for example "TB-071161708" or "TEST-001". */
public record Ban(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");

    /** @throws IllegalArgumentException if the text has another form */
    public Ban {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a billing account number");
        }
    }

    public static Ban fromString(String text) {
        return new Ban(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
