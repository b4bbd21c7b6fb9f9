package tel.ringer.warp.customer;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.problem.ProblemException;

/** The forms that fields of a customer have. */
final class FieldForms {
    /** Controls, halves of characters, line ends, and what turns the direction of the text around it. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]");

    private static final Pattern AMOUNT = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,4})?");
    /** The database's numeric(19, 4). */
    private static final int DECIMALS = 4;

    private static final int LONGEST_LOCALE = 35;
    private static final int MOST_TYPES = 20;

    /** E.164: the country's code and up to 15 digits in all. */
    static final FieldForm<String> PHONE = matching("\\+[1-9][0-9]{6,14}", "an E.164 number such as +14155550123");

    static final FieldForm<String> EXTERNAL_ID = matching("[!-~]{1,100}", "1 to 100 visible ASCII characters");
    static final FieldForm<String> ZIP =
            matching("[A-Za-z0-9][A-Za-z0-9 -]{0,19}", "a postal code of up to 20 characters");
    static final FieldForm<String> WEBSITE =
            matching("https?://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]+)?(/[!-~]*)?", 300, "an http or https address");

    /** ISO 3166-1 alpha-2. */
    static final FieldForm<String> COUNTRY = known(
            Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2)::contains, "an ISO 3166 country such as US");

    static final FieldForm<String> TIME_ZONE =
            known(ZoneId.getAvailableZoneIds()::contains, "an IANA time zone such as America/New_York");

    static final FieldForm<String> CURRENCY = known(FieldForms::isMoney, "an ISO 4217 currency such as USD");
    static final FieldForm<Ban> BAN = written -> new Ban(string(written));
    static final FieldForm<String> EMAIL = FieldForms::email;
    static final FieldForm<String> LOCALE = FieldForms::locale;
    static final FieldForm<LocalDate> DATE = FieldForms::date;
    static final FieldForm<Boolean> FLAG = written -> require(written, Boolean.class, "true or false");
    static final FieldForm<BigDecimal> AMOUNT_OF_MONEY = written -> amount(written, true);
    static final FieldForm<BigDecimal> POSITIVE_AMOUNT = written -> amount(written, false);
    static final FieldForm<List<String>> TYPES = FieldForms::types;

    private FieldForms() {}

    /** One line, in Unicode's composed form and without space around it. */
    static FieldForm<String> text(int longest) {
        return written -> {
            String text =
                    Normalizer.normalize(string(written), Normalizer.Form.NFC).strip();
            boolean fits = !text.isEmpty() && text.codePointCount(0, text.length()) <= longest;
            if (!fits || UNPRINTABLE.matcher(text).find()) {
                throw must("1 to " + longest + " characters on one line");
            }
            return text;
        };
    }

    static FieldForm<Integer> wholeNumber(int least, int most) {
        return written -> {
            String what = "a whole number from " + least + " to " + most;
            try {
                int number = require(written, BigDecimal.class, what).intValueExact();
                if (number < least || number > most) {
                    throw must(what);
                }
                return number;
            } catch (ArithmeticException e) {
                throw must(what, e);
            }
        };
    }

    static <E extends Enum<E>> FieldForm<E> oneOf(Class<E> type) {
        return written -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(written))
                .findFirst()
                .orElseThrow(() -> must("one of " + Arrays.toString(type.getEnumConstants())));
    }

    private static FieldForm<String> matching(String form, String what) {
        return matching(form, Integer.MAX_VALUE, what);
    }

    private static FieldForm<String> matching(String form, int longest, String what) {
        Predicate<String> matches = Pattern.compile(form).asMatchPredicate();
        return known(text -> text.length() <= longest && matches.test(text), what);
    }

    private static FieldForm<String> known(Predicate<String> isKnown, String what) {
        return written -> {
            String text = string(written);
            if (!isKnown.test(text)) {
                throw must(what);
            }
            return text;
        };
    }

    private static String email(Object written) {
        try {
            return EmailAddress.of(string(written)).written();
        } catch (ProblemException e) {
            throw must("an e-mail address", e);
        }
    }

    /** In its canonical form (BCP 47). */
    private static String locale(Object written) {
        try {
            String tag =
                    new Locale.Builder().setLanguageTag(string(written)).build().toLanguageTag();
            if (tag.length() > LONGEST_LOCALE || tag.startsWith("und")) {
                throw must("a BCP 47 language tag such as en-US");
            }
            return tag;
        } catch (IllformedLocaleException e) {
            throw must("a BCP 47 language tag such as en-US", e);
        }
    }

    private static LocalDate date(Object written) {
        try {
            LocalDate date = LocalDate.parse(string(written));
            if (date.getYear() < 1900 || date.getYear() > 9999) {
                throw must("a date from 1900 on");
            }
            return date;
        } catch (DateTimeException e) {
            throw must("a date such as 2026-01-31", e);
        }
    }

    /** Funds codes, metals and the code for none have no minor unit. */
    private static boolean isMoney(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(code) && known.getDefaultFractionDigits() >= 0);
    }

    private static BigDecimal amount(Object written, boolean mayBeNegative) {
        String text = string(written);
        if (!AMOUNT.matcher(text).matches() || (text.startsWith("-") && !mayBeNegative)) {
            throw must("text with up to 15 digits and 4 decimals, such as \"12.50\""
                    + (mayBeNegative ? "" : ", not below zero"));
        }
        return new BigDecimal(text).setScale(DECIMALS);
    }

    private static List<String> types(Object written) {
        FieldForm<String> name = matching("[A-Z][A-Z0-9_]{0,29}", "capitals, digits and underscores");
        List<?> list = require(written, List.class, "a list of texts");
        List<String> types = list.stream().map(name::read).distinct().toList();
        if (types.size() > MOST_TYPES) {
            throw must("a list of up to " + MOST_TYPES);
        }
        return types;
    }

    private static String string(Object written) {
        return require(written, String.class, "text");
    }

    private static <T> T require(Object written, Class<T> type, String what) {
        if (!type.isInstance(written)) {
            throw must(what);
        }
        return type.cast(written);
    }

    static IllegalArgumentException must(String what) {
        return new IllegalArgumentException("must be " + what);
    }

    private static IllegalArgumentException must(String what, Exception cause) {
        return new IllegalArgumentException("must be " + what, cause);
    }
}
