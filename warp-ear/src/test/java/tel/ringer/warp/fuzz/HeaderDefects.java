package tel.ringer.warp.fuzz;

import static tel.ringer.warp.fuzz.Defect.any;

import java.util.List;

/** What can be wrong with headers. */
final class HeaderDefects {
    private static final String AUTHORIZATION = "Authorization";
    private static final String IF_MATCH = "If-Match";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final List<String> CREDENTIALS = List.of(
            "Bearer x",
            "Bearer ",
            "Bearer",
            "Basic eDp5",
            "Basic %%%",
            "Negotiate \u00ff",
            "Bearer a.b.c",
            "Bearer eyJhbGciOiJub25lIn0.e30.",
            "Bearer e30.e30.e30",
            "Bearer \u0001",
            "Bearer wk_x",
            "Bearer warp_" + "x".repeat(60),
            "Bearer " + "x".repeat(5_000),
            "Digest username=\"x\"");
    private static final List<String> TAGS = List.of(
            "abc",
            "\"",
            "W/\"0\"",
            "W/",
            "\"99999999\"",
            "\"-1\"",
            "\"*\"",
            "*, \"1\"",
            "\"" + "9".repeat(3_000) + "\"",
            "\"a b\"",
            "\"\u00e9\"",
            "\"\u0001\"",
            "\"x\",".repeat(500),
            ",");
    private static final List<String> KEYS =
            List.of("a b", "\u00e9", "x".repeat(256), "x".repeat(5_000), "a\u0001b", "a\tb", "\"\u20ac\"", "\u007f");
    private static final List<String> ACCEPTED = List.of(
            "application/x-nothing",
            "garbage",
            "*",
            "/",
            "text/html;q=abc",
            "application/json;q=99999999999",
            ";;;",
            "application/json;charset=utf-16",
            "a/b,".repeat(500),
            "\u00e9/\u00e9");
    private static final List<List<String>> ODD = List.of(
            List.of("X-Odd", "a\u0001b"),
            List.of("X-Request-Id", "x".repeat(500)),
            List.of("X-Request-Id", "<script>\u00e9"),
            List.of("Range", "bytes=9-1,x"),
            List.of("Cookie", "=;=;\u00e9=\"; $Version=1"),
            List.of("Origin", "null"),
            List.of("Origin", "://\u00e9"),
            List.of("Accept-Language", "x".repeat(1_000) + ";q=z"),
            List.of("Accept-Encoding", "gzip;q=x,\u00e9"),
            List.of("If-Modified-Since", "yesterday"),
            List.of("X-HTTP-Method-Override", "\u00e9"),
            List.of("Forwarded", "for=\"[::"),
            List.of("Content-Type", "\u00e9"));

    static final List<Defect> ALL = List.of(
            Defect.of(
                    "bad credentials",
                    operation -> !operation.route().isPublic(),
                    (draft, dice) -> draft.head(AUTHORIZATION, any(CREDENTIALS, dice))),
            Defect.of(
                    "bad If-Match",
                    operation -> operation.knows(IF_MATCH),
                    (draft, dice) -> draft.head(IF_MATCH, any(TAGS, dice))),
            Defect.of(
                    "no If-Match",
                    operation -> operation.knows(IF_MATCH) && operation.route().changesAState(),
                    (draft, dice) -> draft.behead(IF_MATCH)),
            Defect.of(
                    "bad If-None-Match",
                    Operation::isQuickReading,
                    (draft, dice) -> draft.head("If-None-Match", any(TAGS, dice))),
            Defect.of(
                    "bad Idempotency-Key",
                    operation -> operation.knows(IDEMPOTENCY_KEY),
                    (draft, dice) -> draft.head(IDEMPOTENCY_KEY, any(KEYS, dice))),
            Defect.of(
                    "bad Accept",
                    Operation::isQuickReading,
                    (draft, dice) -> draft.head("Accept", any(ACCEPTED, dice))),
            Defect.of("odd header", Operation::isQuickReading, (draft, dice) -> {
                List<String> header = any(ODD, dice);
                draft.head(header.get(0), header.get(1));
            }),
            Defect.maybeBelow("huge headers", operation -> true, (draft, dice) -> {
                draft.head("Connection", "close");
                draft.head("X-Long", "x".repeat(any(List.of(9_000, 70_000), dice)));
            }),
            Defect.maybeBelow("many headers", operation -> true, (draft, dice) -> {
                draft.head("Connection", "close");
                for (int i = 0; i < 1_000; i++) {
                    draft.head("X-" + i, "x");
                }
            }));

    private HeaderDefects() {}
}
