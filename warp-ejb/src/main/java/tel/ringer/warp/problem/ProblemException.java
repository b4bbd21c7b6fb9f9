package tel.ringer.warp.problem;

import jakarta.ejb.ApplicationException;
import java.util.Collections;
import java.util.Map;

/**
 * A rule said no. The transaction is rolled back, and the caller is told the {@link #code()} (stable API), a sentence
 * for people, and members that a program can use.
 */
@ApplicationException(rollback = true)
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final String code;
    private final transient Map<String, Object> members;

    public ProblemException(ProblemKind kind, String code, String detail) {
        this(kind, code, detail, Map.of());
    }

    /**
     * @param code snake_case slug; never changes once published
     * @param members further members of the problem document; never secrets, never another customer's data
     */
    public ProblemException(ProblemKind kind, String code, String detail, Map<String, Object> members) {
        super(detail);
        this.kind = kind;
        this.code = code;
        this.members = Map.copyOf(members);
    }

    public static ProblemException invalid(String code, String detail) {
        return new ProblemException(ProblemKind.INVALID, code, detail);
    }

    public static ProblemException conflict(String code, String detail) {
        return new ProblemException(ProblemKind.CONFLICT, code, detail);
    }

    public static ProblemException forbidden(String detail) {
        return new ProblemException(ProblemKind.FORBIDDEN, "forbidden", detail);
    }

    /** The one answer for what is unknown and for what is out of reach. */
    public static ProblemException notFound() {
        return new ProblemException(ProblemKind.NOT_FOUND, "not_found", "There is nothing here that you may see.");
    }

    /**
     * Fields that can't be as they are wanted.
     *
     * @param faults what is wrong with each, by JSON pointer (RFC 6901)
     */
    public static ProblemException invalidFields(String code, String detail, Map<String, String> faults) {
        return new ProblemException(
                ProblemKind.INVALID, code, detail, Map.of("errors", Collections.unmodifiableMap(faults)));
    }

    public ProblemKind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public Map<String, Object> members() {
        return members == null ? Map.of() : members;
    }
}
