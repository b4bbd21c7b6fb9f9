package tel.ringer.warp.note.rest;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.http.rest.PatchField;
import tel.ringer.warp.note.NoteChange;
import tel.ringer.warp.note.NoteKind;
import tel.ringer.warp.note.NoteText;

/** What is to change; what is absent stays. */
public record ChangeNoteRequest(
        @Schema(implementation = NoteKind.class) @Nullable JsonValue kind,
        @Schema(type = SchemaType.STRING) @Nullable JsonValue text) {
    NoteChange toChange() {
        return new NoteChange(
                Optional.ofNullable(kind).map(value -> new PatchField("kind", value).required(NoteKind::valueOf)),
                Optional.ofNullable(text).map(value -> new PatchField("text", value).required(NoteText::new)));
    }
}
