package tel.ringer.warp.note.rest;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.http.rest.PatchField;
import tel.ringer.warp.note.NoteChange;
import tel.ringer.warp.note.NoteKind;
import tel.ringer.warp.note.NoteText;

/** What is to change; what is absent stays. */
public record ChangeNoteRequest(@Nullable JsonValue kind, @Nullable JsonValue text) {
    NoteChange toChange() {
        return new NoteChange(
                Optional.ofNullable(kind).map(value -> new PatchField("kind", value).required(NoteKind::valueOf)),
                Optional.ofNullable(text).map(value -> new PatchField("text", value).required(NoteText::new)));
    }
}
