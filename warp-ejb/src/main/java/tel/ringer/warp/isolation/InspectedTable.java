package tel.ringer.warp.isolation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are somebody's.
 *
 * @param servingIndex of which the column that says whose is the first; null if there is none
 * @param rowsAbout estimated; what was probed
 * @param unset what comes through without any claim
 * @param stranger what comes through for somebody who claims everything and holds nothing
 * @param notes oddities that harm nobody
 * @param reasons why the table is not confined; none if it is
 */
public record InspectedTable(
        String name,
        boolean rowSecurity,
        boolean forced,
        List<Verb> verbs,
        @Nullable String servingIndex,
        long rowsAbout,
        Probe unset,
        Probe stranger,
        List<String> notes,
        List<String> reasons) {
    /** One of select, insert, update and delete: refused unless there is both a privilege and a policy that lets it. */
    public record Verb(String name, boolean privilege, List<String> policies) {}

    /**
     * What was tried and taken back.
     *
     * @param rowsSeen null if the login may not even ask
     * @param insert {@code refused} if all is well
     */
    public record Probe(@Nullable Long rowsSeen, String insert) {}
}
