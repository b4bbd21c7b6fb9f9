package tel.ringer.warp.fuzz;

import static tel.ringer.warp.fuzz.Defect.any;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** What can be wrong with methods, paths and query parameters. */
final class AddressDefects {
    private static final String DIGITS = "9".repeat(30);
    private static final List<String> METHODS =
            List.of("TRACE", "PROPFIND", "LOCK", "FOO", "get", "PATCHX", "M".repeat(300), "M-SEARCH", "_");

    /** As they go over the wire. */
    private static final List<String> NO_IDS = List.of(
            "x",
            "-1",
            "null",
            "1-1-1-1-1",
            "00000000-0000-0000-0000-000000000000",
            "00000000-0000-0000-0000-00000000000g",
            "%7B%7D",
            "%F0%9F%98%80",
            "%20",
            "'or'1'='1",
            "*",
            DIGITS,
            "a".repeat(3_000));

    private static final List<String> NO_SEGMENTS = List.of(
            "%00",
            "a%00b",
            "%2F",
            "a%2Fb",
            "%5C",
            "..",
            "%2e%2e",
            "%2e%2e%2f",
            "%zz",
            "%",
            "%C0%80",
            "%ED%A0%80",
            "%FF",
            "%0d%0aX:y",
            "\u00e9",
            "{}",
            "\"",
            "<a>",
            "|",
            "a".repeat(9_000));
    private static final List<String> UNKNOWN =
            List.of("fuzz=1", "limit[]=1", "__proto__=1", "%00=1", "%FF=1", "fuzz", "a%20b=1", "Limit=1");
    private static final List<String> NO_VALUES = List.of(
            "",
            "%00",
            "%FF",
            "%ED%A0%80",
            "%C0%80",
            "%F0%9F%98%80",
            "NOPE",
            "-1",
            "0",
            "1.5",
            "1e400",
            DIGITS,
            "null",
            "true",
            "[]",
            "'--",
            "%25",
            "%5C",
            "+",
            "%25_%25",
            "%E2%80%AE",
            "yesterday",
            "2026-13-45",
            "2026-01-01T00:00:00",
            "9999999999-01-01T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "%2B999999999-12-31T23:59:59Z",
            "//evil.example",
            "%D9%A1",
            "a".repeat(5_000));
    private static final Map<String, List<String>> NO_VALUES_OF = Map.of(
            "limit", List.of("0", "201", "-1", "2147483648", "1.0", "%2B1", "0x1", "1 ", "", "x"),
            "include", List.of("", "Total", "total,total", "x", "%00"));
    private static final List<String> KEYS = List.of(
            "",
            "x",
            "9999-99-99T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59.999999999Z",
            "2026-01-01T00:00:00Z",
            "ban ",
            "-company_name \u0000",
            "company_name \ud83d",
            DIGITS,
            "k".repeat(2_000));

    static final List<Defect> ALL = List.of(
            Defect.maybeBelow("unknown method", operation -> true, (draft, dice) -> draft.callBy(any(METHODS, dice))),
            Defect.of(
                    "unknown id",
                    AddressDefects::hasIds,
                    (draft, dice) ->
                            draft.name(parameter(draft, dice), new UUID(dice.nextLong(), dice.nextLong()).toString())),
            Defect.of(
                    "no id",
                    AddressDefects::hasIds,
                    (draft, dice) -> draft.name(parameter(draft, dice), any(NO_IDS, dice))),
            Defect.maybeBelow(
                    "odd segment",
                    AddressDefects::hasIds,
                    (draft, dice) -> draft.name(parameter(draft, dice), any(NO_SEGMENTS, dice))),
            Defect.maybeBelow(
                    "odd path",
                    operation -> true,
                    (draft, dice) -> draft.extendPath("/" + any(NO_SEGMENTS.subList(0, 5), dice) + "/nothing")),
            Defect.of("unknown parameter", operation -> true, (draft, dice) -> draft.ask(any(UNKNOWN, dice))),
            Defect.maybeBelow(
                    "undecodable parameter",
                    operation -> true,
                    (draft, dice) -> draft.ask(any(List.of("fuzz=%zz", "%=1", "fuzz=%u0041", "%f=%"), dice))),
            Defect.of("parameter twice", AddressDefects::hasParameters, (draft, dice) -> {
                String name = queryParameter(draft, dice);
                draft.ask(name + "=1");
                draft.ask(name + "=" + any(List.of("1", "2", ""), dice));
            }),
            Defect.of(
                    "NUL in a parameter",
                    AddressDefects::hasParameters,
                    (draft, dice) ->
                            draft.ask(queryParameter(draft, dice) + "=" + any(List.of("%00", "a%00", "%00%00"), dice))),
            Defect.of(
                    "bad value", operation -> operation.isQuickReading() && hasParameters(operation), (draft, dice) -> {
                        String name = queryParameter(draft, dice);
                        draft.ask(name + "=" + any(NO_VALUES_OF.getOrDefault(name, NO_VALUES), dice));
                    }),
            Defect.of(
                    "bad cursor",
                    operation -> operation.route().queryParameters().contains("cursor"),
                    (draft, dice) -> draft.ask("cursor=" + cursor(dice))));

    private AddressDefects() {}

    private static boolean hasIds(Operation operation) {
        return !operation.route().pathParameters().isEmpty();
    }

    private static boolean hasParameters(Operation operation) {
        return !operation.route().queryParameters().isEmpty();
    }

    private static String parameter(Draft draft, Random dice) {
        return any(draft.operation().route().pathParameters(), dice);
    }

    private static String queryParameter(Draft draft, Random dice) {
        return any(draft.operation().route().queryParameters(), dice);
    }

    /** Garbage, or of the right form with a key of another list. */
    private static String cursor(Random dice) {
        byte[] bytes = new byte[dice.nextInt(80)];
        dice.nextBytes(bytes);
        if (dice.nextInt(3) > 0) {
            String place = new UUID(dice.nextLong(), dice.nextLong()) + any(KEYS, dice);
            bytes = place.getBytes(StandardCharsets.UTF_8);
        }
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return dice.nextInt(8) == 0 ? encoded + "!" : encoded;
    }
}
