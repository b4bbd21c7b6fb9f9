package tel.ringer.warp.privacy;

import java.util.UUID;

/**
 * One thing that is kept of a person.
 *
 * @param at its time as the database writes it: with its id, its place in the section
 * @param json an object
 */
public record PersonalItem(String at, UUID id, String json) {
    /** Before the first of a section. */
    static final PersonalItem START = new PersonalItem("-infinity", new UUID(0, 0), "{}");
}
