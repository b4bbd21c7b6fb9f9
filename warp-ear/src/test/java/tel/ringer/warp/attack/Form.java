package tel.ringer.warp.attack;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the request is written: as it should be, or in one of the ways that have fooled filters elsewhere. */
enum Form {
    PLAIN,
    OTHER_CASE,
    TRAILING_SLASH,
    PERCENT_ENCODED,
    MATRIX_PARAMETERS,
    DOUBLE_SLASH,
    DOT_SEGMENTS,
    ENCODED_SLASH,
    HEAD,
    UNKNOWN_PARAMETER,
    /** In the body: what other APIs have bound to whatever has such a field. */
    EXTRA_FIELD,
    METHOD_OVERRIDE;

    /** Half of the attempts are plain: only they get past the parsers for certain. */
    static Form any(Random dice) {
        return dice.nextBoolean() ? PLAIN : values()[dice.nextInt(values().length)];
    }

    String value(String id) {
        if (this != OTHER_CASE) {
            return id;
        }
        return id.chars()
                .mapToObj(c -> Character.toString(
                        Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c)))
                .collect(Collectors.joining());
    }

    String path(String path, Random dice) {
        int last = path.lastIndexOf('/');
        return switch (this) {
            case TRAILING_SLASH -> path + "/";
            case PERCENT_ENCODED -> percentEncoded(path, last + 1 + dice.nextInt(path.length() - last - 1));
            case MATRIX_PARAMETERS ->
                Stream.of(path.substring(1).split("/", -1))
                        .map(segment -> segment + ";a=b")
                        .collect(Collectors.joining("/", "/", ""));
            case DOUBLE_SLASH -> path.substring(0, last) + "/" + path.substring(last);
            case DOT_SEGMENTS -> path.substring(0, last) + "/x/.." + path.substring(last);
            case ENCODED_SLASH -> path.substring(0, last) + "%2f" + path.substring(last + 1);
            case PLAIN, OTHER_CASE, HEAD, UNKNOWN_PARAMETER, EXTRA_FIELD, METHOD_OVERRIDE -> path;
        };
    }

    private static String percentEncoded(String path, int at) {
        return path.substring(0, at) + "%%%02x".formatted((int) path.charAt(at)) + path.substring(at + 1);
    }

    String method(String method) {
        return this == HEAD && method.equals("GET") ? "HEAD" : method;
    }
}
