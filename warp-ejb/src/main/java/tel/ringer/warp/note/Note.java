package tel.ringer.warp.note;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.ScopedTransaction;
import tel.ringer.warp.access.TenantCondition;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.paging.Cursor;

/** Something that the operator's staff wrote down about a customer. */
@Entity
@Table(schema = "accounts", name = "customer_notes")
@Filter(
        name = ScopedTransaction.TENANT_FILTER,
        condition = TenantCondition.ON_CUSTOMER_ID,
        deduceAliasInjectionPoints = false)
public class Note {
    @Id
    private UUID id;

    @Column(name = "customer_id", updatable = false)
    private UUID customerId;

    @Enumerated(EnumType.STRING)
    private NoteKind kind;

    private String text;

    @Column(name = "author_id", updatable = false)
    private UUID authorId;

    @Column(name = "author_name", updatable = false)
    private String authorName;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private long version;

    protected Note() {}

    static Note of(CustomerId customer, NewNote wanted, Author author, Instant now) {
        Note note = new Note();
        note.id = UUID.randomUUID();
        note.customerId = customer.value();
        note.kind = wanted.kind();
        note.text = wanted.text().value();
        note.authorId = author.user().value();
        note.authorName = author.name();
        note.createdAt = now;
        note.updatedAt = now;
        return note;
    }

    boolean says(NoteKind otherKind, NoteText otherText) {
        return kind == otherKind && text.equals(otherText.value());
    }

    void rewrite(NoteKind newKind, NoteText newText, Instant now) {
        kind = newKind;
        text = newText.value();
        updatedAt = now;
    }

    public NoteId id() {
        return new NoteId(id);
    }

    public CustomerId customerId() {
        return new CustomerId(customerId);
    }

    public NoteKind kind() {
        return kind;
    }

    public NoteText text() {
        return new NoteText(text);
    }

    public Author author() {
        return new Author(new UserId(authorId), authorName);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** How often it was written. */
    public long revision() {
        return version + 1;
    }

    Cursor place() {
        return new Cursor(createdAt.toString(), id);
    }
}
