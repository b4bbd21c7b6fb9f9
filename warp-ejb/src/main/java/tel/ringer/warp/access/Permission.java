package tel.ringer.warp.access;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An HTTP method (or {@code *} for each) on a path pattern.
 *
 * <p>In a pattern a {@code *} in the middle stands for exactly one segment, a trailing {@code /*} for one or more, and
 * the pattern {@code *} alone for every path. All other segments are literal.
 */
public record Permission(String method, String path) {
    /** The order in which people read permissions. */
    public static final Comparator<Permission> BY_PATH =
            Comparator.comparing(Permission::path).thenComparing(Permission::method);

    static final String ANY = "*";
    private static final Pattern PATH = Pattern.compile("\\*|(/[^/]+)+");
    private static final Pattern SLASH = Pattern.compile("/");

    /** @throws IllegalArgumentException if the path is not of the grammar */
    public Permission {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("Not a path pattern: " + path);
        }
    }

    public boolean matches(String requestMethod, String requestPath) {
        return (method.equals(ANY) || method.equals(requestMethod))
                && (path.equals(ANY) || segmentsMatch(segments(path), segments(requestPath)));
    }

    /** Whether everything that the other permits is permitted by this one too. */
    public boolean covers(Permission other) {
        return (method.equals(ANY) || method.equals(other.method)) && coversPath(other.path);
    }

    private boolean coversPath(String other) {
        if (path.equals(ANY) || path.equals(other)) {
            return true;
        }
        return !other.equals(ANY) && segmentsCover(segments(path), segments(other));
    }

    static List<String> segments(String path) {
        return List.of(SLASH.split(path.substring(1), -1));
    }

    private static boolean segmentsMatch(List<String> pattern, List<String> request) {
        int last = pattern.size() - 1;
        boolean open = pattern.get(last).equals(ANY);
        if (open ? request.size() < pattern.size() : request.size() != pattern.size()) {
            return false;
        }
        for (int i = 0; i < pattern.size(); i++) {
            if (!pattern.get(i).equals(ANY) && !pattern.get(i).equals(request.get(i))) {
                return false;
            }
        }
        return request.stream().noneMatch(String::isEmpty);
    }

    /** A pattern's own {@code *} segments are just segments that only a {@code *} covers. */
    private static boolean segmentsCover(List<String> pattern, List<String> other) {
        boolean open = pattern.get(pattern.size() - 1).equals(ANY);
        boolean otherOpen = other.get(other.size() - 1).equals(ANY);
        return (open || !otherOpen) && segmentsMatch(pattern, other);
    }
}
