package tel.ringer.warp.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Permissions compiled to a trie of path segments: a decision costs the length of the path, not the number of rows. */
public final class PermissionSet {
    private static final Permission EVERYTHING = new Permission(Permission.ANY, Permission.ANY);

    private final Set<Permission> permissions;
    private final Map<String, Node> trieByMethod = new HashMap<>();

    public PermissionSet(Collection<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
        this.permissions.forEach(this::add);
    }

    private void add(Permission permission) {
        Node node = trieByMethod.computeIfAbsent(permission.method(), m -> new Node());
        if (permission.path().equals(Permission.ANY)) {
            node.subtree = true;
            return;
        }
        List<String> segments = Permission.segments(permission.path());
        for (String segment : segments.subList(0, segments.size() - 1)) {
            node = node.children.computeIfAbsent(segment, s -> new Node());
        }
        String last = segments.get(segments.size() - 1);
        if (last.equals(Permission.ANY)) {
            node.subtree = true;
        } else {
            node.children.computeIfAbsent(last, s -> new Node()).end = true;
        }
    }

    /**
     * @param path as in the request, beginning with a slash; an empty segment is permitted by the pattern {@code *} alone
     */
    public boolean permits(String method, String path) {
        if (permitsEveryPath(method)) {
            return true;
        }
        List<String> segments = Permission.segments(path);
        return !segments.contains("") && reaches(method, segments);
    }

    private boolean permitsEveryPath(String method) {
        return permissions.contains(EVERYTHING) || permissions.contains(new Permission(method, Permission.ANY));
    }

    private boolean reaches(String method, List<String> segments) {
        return reaches(trieByMethod.get(method), segments, 0) || reaches(trieByMethod.get(Permission.ANY), segments, 0);
    }

    private static boolean reaches(@Nullable Node node, List<String> segments, int depth) {
        if (node == null) {
            return false;
        }
        if (depth == segments.size()) {
            return node.end;
        }
        String segment = segments.get(depth);
        return node.subtree
                || reaches(node.children.get(segment), segments, depth + 1)
                // Going the same way twice at each of many stars would take for ever.
                || (!segment.equals(Permission.ANY) && reaches(node.children.get(Permission.ANY), segments, depth + 1));
    }

    /** Whether each of the other's permissions is covered by one of these. */
    public boolean covers(PermissionSet other) {
        return other.permissions.stream().allMatch(this::covers);
    }

    /** The way of a request, on which a {@code *} is a segment that only a {@code *} covers; a last one ends nowhere. */
    private boolean covers(Permission theirs) {
        return permitsEveryPath(theirs.method())
                || (!theirs.path().equals(Permission.ANY)
                        && reaches(theirs.method(), Permission.segments(theirs.path())));
    }

    public boolean coversEverything() {
        return permissions.contains(EVERYTHING);
    }

    /** Whether nothing can be changed with it. */
    public boolean onlyReads() {
        return permissions.stream().allMatch(permission -> permission.method().equals("GET"));
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    private static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private boolean end;
        private boolean subtree;
    }
}
