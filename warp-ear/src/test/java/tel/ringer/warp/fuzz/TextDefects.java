package tel.ringer.warp.fuzz;

import static tel.ringer.warp.fuzz.Defect.any;

import java.util.List;

/** What can be wrong with bodies that are not JSON, with what is said of bodies, and with bodies where none belongs. */
final class TextDefects {
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "multipart/form-data; boundary=x",
            "multipart/mixed",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/json; charset=\"",
            "application/vnd.nothing+json",
            "x",
            "/",
            "application/",
            "application/json, text/plain",
            "text/\u00e9",
            "a/" + "b".repeat(2_000));
    private static final List<String> NO_FORM = List.of(
            "provider=%zz",
            "provider=a&provider=b",
            "provider=%00",
            "provider=%ff",
            "=&=",
            "provider",
            "&".repeat(3_000),
            "provider=" + "x".repeat(5_000));
    private static final List<String> NO_ROWS = List.of(
            "",
            "\"",
            "email",
            "email,email\na,b",
            "email,user_type,role\n\"x",
            "email,user_type,role\n\"x\"y,viewer,USER",
            "email,user_type,role\n,,,,,,,\n\n\n",
            "email,user_type,role\na\u0000@x.example,viewer,USER",
            "email;user_type;role",
            "\ufeff\ufeff",
            "email,user_type,role\n" + "\"\n".repeat(2_001),
            "email,user_type,role,expires_in_days\na@x.example,viewer,USER,1e400");
    private static final List<String> NO_MAIL = List.of(
            "",
            "\r\n\r\n",
            "Content-Type: multipart/report; boundary=\"\r\n\r\n--",
            "Content-Type: multipart/report; report-type=delivery-status\r\n\r\nx",
            "Content-Type: text/plain; charset=nonsense\r\n\r\nx",
            "Content-Transfer-Encoding: base64\r\nContent-Type: message/delivery-status\r\n\r\n====",
            "Content-Type: /\r\nMessage-ID: <>\r\n\r\n",
            "Subject: =?x?Q?=zz?=\r\n\r\n",
            "X: " + "y".repeat(50_000),
            ":\r\n".repeat(5_000),
            nested(300));

    static final List<Defect> ALL = List.of(
            Defect.of(
                    "wrong Content-Type",
                    operation -> operation.body().isPresent(),
                    (draft, dice) -> draft.head("Content-Type", any(TYPES, dice))),
            Defect.of(
                    "no Content-Type",
                    operation -> operation.body().isPresent(),
                    (draft, dice) -> draft.behead("Content-Type")),
            Defect.of(
                    "packed",
                    operation -> operation.body().isPresent(),
                    (draft, dice) -> draft.head("Content-Encoding", any(List.of("gzip", "br", "x", ","), dice))),
            Defect.of(
                    "wrong text",
                    Operation::takesText,
                    (draft, dice) -> draft.send(any(ofKind(draft.operation().mediaType()), dice))),
            Defect.of("any bytes", Operation::takesText, (draft, dice) -> {
                byte[] bytes = new byte[1 + dice.nextInt(2_000)];
                dice.nextBytes(bytes);
                draft.send(bytes);
            }),
            Defect.maybeBelow(
                    "body where none belongs",
                    operation -> operation.isQuickReading() && operation.body().isEmpty(),
                    (draft, dice) -> {
                        draft.head("Content-Type", any(TYPES, dice));
                        draft.send(any(List.of("{}", "[", "x".repeat(70_000)), dice));
                    }));

    private TextDefects() {}

    private static List<String> ofKind(String mediaType) {
        return switch (mediaType) {
            case "text/csv" -> NO_ROWS;
            case "message/rfc822" -> NO_MAIL;
            default -> NO_FORM;
        };
    }

    private static String nested(int depth) {
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        return mail.append("\r\nx").toString();
    }
}
