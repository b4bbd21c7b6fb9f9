package tel.ringer.warp.note.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import tel.ringer.warp.note.NewNote;
import tel.ringer.warp.note.NoteKind;
import tel.ringer.warp.note.NoteText;

/**
 * What to write down.
 *
 * @param text plain, kept as it is written
 */
public record CreateNoteRequest(
        @NotNull NoteKind kind,
        @NotBlank @Size(max = NoteText.LONGEST) @Pattern(regexp = NoteText.FORM, message = "must be whole characters") String text) {
    NewNote toNote() {
        return new NewNote(kind, new NoteText(text));
    }
}
